package dev.gradlens.wire.http;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.UnsupportedMediaException;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.parts.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.MediaType;

/**
 * The two parts of a request that has arrays beside it.
 *
 * @param request in JSON
 * @param arrays a file of them
 */
record RequestParts(Part request, Part arrays) {
    static final String REQUEST = "request";
    static final String ARRAYS = "arrays";

    /** Where it is told what is wrong with a file of arrays. */
    static final Pointer ARRAYS_PLACE = Pointer.of(ARRAYS);

    private static final MediaType ANY_JSON = new MediaType("application", "*+json");

    /** What clients call a file or a field of which they know no type, beside JSON. */
    private static final List<MediaType> JSON =
            List.of(MediaType.APPLICATION_JSON, ANY_JSON, MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM);

    /**
     * Finds them.
     *
     * @throws dev.gradlens.wire.InvalidRequestException if one is missing, stands twice or is none of the two
     * @throws UnsupportedMediaException if the request says that it is something else than JSON
     */
    static RequestParts of(List<Part> parts, Faults faults) {
        Place root = Place.root(faults);
        Map<String, Part> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            if (!Set.of(REQUEST, ARRAYS).contains(part.name())) {
                root.fault("has a part named " + Echo.of(part.name()) + "; its parts are request and arrays");
            } else if (byName.putIfAbsent(part.name(), part) != null) {
                place(part.name(), root).fault("is given by two parts named " + part.name());
            }
        }
        requirePart(REQUEST, byName, root, "is missing: a part named request has to hold it in JSON");
        requirePart(ARRAYS, byName, root, "is missing: a part named arrays has to hold a file; without one, send JSON");
        faults.throwIfAny();
        refuseOther(Objects.requireNonNull(byName.get(REQUEST)));
        return new RequestParts(
                Objects.requireNonNull(byName.get(REQUEST)), Objects.requireNonNull(byName.get(ARRAYS)));
    }

    private static void requirePart(String name, Map<String, Part> byName, Place root, String otherwise) {
        if (!byName.containsKey(name)) {
            place(name, root).fault(otherwise);
        }
    }

    private static Place place(String name, Place root) {
        return name.equals(ARRAYS) ? new Place(ARRAYS_PLACE, root.faults()) : root;
    }

    private static void refuseOther(Part request) {
        MediaType type = request.type();
        if (type != null && JSON.stream().noneMatch(json -> json.includes(type))) {
            throw new UnsupportedMediaException("The part request has to be application/json, got "
                    + Echo.of(type.getType() + "/" + type.getSubtype()) + ".");
        }
        PostedConverter.refuseCharset(type);
    }
}
