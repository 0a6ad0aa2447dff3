package dev.gradlens.wire.http;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.arrays.ArrayFormat;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.parts.Part;
import dev.gradlens.wire.parts.PartsReader;
import dev.gradlens.wire.setup.ExamplesForm;
import dev.gradlens.wire.setup.GivenArrays;
import dev.gradlens.wire.setup.GivenExamples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;

/** Reads a request that has arrays beside it, or is a file of them, as the tree that it would be with them in it. */
final class PartsBody {
    private final JsonReader json;
    private final ArrayLimits limits;

    PartsBody(JsonReader json, ArrayLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    /**
     * The tree; what is wrong with single arrays is said.
     *
     * @throws dev.gradlens.wire.InvalidRequestException if nothing can be read of the arrays, or of either part
     */
    JsonValue read(Class<?> form, MediaType type, GuardedBody body, Faults faults) throws IOException {
        RequestParts parts = RequestParts.of(PartsReader.read(type, body.readAllBytes()), faults);
        JsonValue request = json.read(new ByteArrayInputStream(parts.request().content()));
        List<NamedArray> arrays = arrays(parts.arrays(), new ArrayMemory(limits, body::reserve), faults);
        return filled(form, request, arrays, faults);
    }

    private static JsonValue filled(Class<?> form, JsonValue request, List<NamedArray> arrays, Faults faults) {
        if (!(request instanceof JsonObject object)) {
            return request;
        }
        return ExamplesForm.class.isAssignableFrom(form)
                ? GivenExamples.fill(object, arrays, faults)
                : GivenArrays.fill(object, arrays, faults);
    }

    /**
     * The tree of a request that is a file of arrays, with the rest of it as the text beside them.
     *
     * @throws dev.gradlens.wire.InvalidRequestException if nothing can be read of the arrays or of the text
     */
    JsonValue readFile(MediaType type, GuardedBody body, Faults faults) throws IOException {
        byte[] file = body.readAllBytes();
        ArrayFormat format = FileFormat.of(type).format();
        Place place = new Place(RequestParts.ARRAYS_PLACE, faults);
        ArrayMemory memory = new ArrayMemory(limits, body::reserve);
        List<NamedArray> arrays = readable(format.read(file, memory, place), faults);
        JsonValue rest = text(format, file, memory, place);
        faults.throwIfAny();
        return rest instanceof JsonObject object ? GivenArrays.fill(object, arrays, faults) : rest;
    }

    private JsonValue text(ArrayFormat format, byte[] file, ArrayMemory memory, Place place) {
        try {
            String text = format.response(file, memory).orElse(null);
            if (text != null) {
                return json.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            }
            place.fault("has no text beside its arrays that says what they are");
        } catch (ArrayRefusedException refused) {
            place.fault(refused.reason());
        } catch (UnreadableException broken) {
            place.fault("has a text beside its arrays that is not JSON, at line %d, column %d: %s"
                    .formatted(broken.line(), broken.column(), broken.sentence()));
        }
        return new JsonObject(Map.of());
    }

    private static List<NamedArray> arrays(Part part, ArrayMemory memory, Faults faults) {
        Place place = new Place(RequestParts.ARRAYS_PLACE, faults);
        Optional<FileFormat> format = FileFormat.of(part);
        if (format.isEmpty()) {
            place.fault("is neither a file of .npz nor of safetensors");
        }
        List<NamedArray> arrays = format.map(known -> known.format().read(part.content(), memory, place))
                .orElse(List.of());
        return readable(arrays, faults);
    }

    private static List<NamedArray> readable(List<NamedArray> arrays, Faults faults) {
        if (faults.hasFaultAt(RequestParts.ARRAYS_PLACE)) {
            faults.throwIfAny(); // all that is missing would be missing for this one reason
        }
        return arrays;
    }
}
