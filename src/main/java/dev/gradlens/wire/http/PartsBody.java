package dev.gradlens.wire.http;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import dev.gradlens.wire.parts.Part;
import dev.gradlens.wire.parts.PartsReader;
import dev.gradlens.wire.setup.GivenArrays;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** Reads a request that has arrays beside it as the tree that it would be with them in it. */
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
    JsonValue read(MediaType type, GuardedBody body, Faults faults) throws IOException {
        RequestParts parts = RequestParts.of(PartsReader.read(type, body.readAllBytes()), faults);
        JsonValue request = json.read(new ByteArrayInputStream(parts.request().content()));
        List<NamedArray> arrays = arrays(parts.arrays(), new ArrayMemory(limits, body::reserve), faults);
        return request instanceof JsonObject object ? GivenArrays.fill(object, arrays, faults) : request;
    }

    private static List<NamedArray> arrays(Part part, ArrayMemory memory, Faults faults) {
        Place place = new Place(RequestParts.ARRAYS_PLACE, faults);
        Optional<FileFormat> format = FileFormat.of(part);
        if (format.isEmpty()) {
            place.fault("is neither a file of .npz nor of safetensors");
        }
        List<NamedArray> arrays = format.map(known -> known.format().read(part.content(), memory, place))
                .orElse(List.of());
        if (faults.hasFaultAt(RequestParts.ARRAYS_PLACE)) {
            faults.throwIfAny(); // all that is missing would be missing for this one reason
        }
        return arrays;
    }
}
