package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.WireNames;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Writes answers as the contract has them: tensors, and enumerations by the names by which requests give them. */
public final class WireModule extends SimpleModule {
    public WireModule() {
        super("wire");
        addSerializer(new TensorSerializer());
        addSerializer(new InputSerializers.OfMatrices());
        addSerializer(new InputSerializers.OfVectors());
        addSerializer(new InputSerializers.OfIntegers());
        addSerializer(new Real.Serializer());
        addSerializer(new WireNameSerializer());
    }

    /** An enumeration's constant by its name on the wire. */
    @SuppressWarnings("rawtypes") // The family of all enumerations has no type but the raw one.
    private static final class WireNameSerializer extends StdSerializer<Enum> {
        WireNameSerializer() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum constant, JsonGenerator json, SerializationContext context) {
            json.writeString(WireNames.of((Enum<?>) constant));
        }
    }
}
