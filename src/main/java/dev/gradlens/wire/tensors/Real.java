package dev.gradlens.wire.tensors;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A number of an answer.
 *
 * @param isSingle whether it is written with the few digits that a float32 needs
 */
public record Real(double value, boolean isSingle) {

    /** The generator is set to write NaN and infinities as strings. */
    void write(JsonGenerator json) {
        if (isSingle) {
            json.writeNumber((float) value);
        } else {
            json.writeNumber(value);
        }
    }

    /** The number alone. */
    static final class Serializer extends StdSerializer<Real> {
        Serializer() {
            super(Real.class);
        }

        @Override
        public void serialize(Real real, JsonGenerator json, SerializationContext context) {
            real.write(json);
        }
    }
}
