package dev.gradlens.wire.setup;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import java.util.List;

/**
 * Puts arrays that came beside a request where they belong in it. Whatever is wrong with one is then told at its name,
 * {@code /arrays/W1}, and no longer where it would stand in JSON.
 */
public final class GivenArrays {
    private static final Pointer ARRAYS = Pointer.of("arrays");

    private final RequestTree request;
    private final Faults faults;

    private GivenArrays(JsonObject request, Faults faults) {
        this.request = new RequestTree(request);
        this.faults = faults;
    }

    /**
     * The request with the arrays in it.
     *
     * @param arrays of different names
     * @param faults may hold what is wrong with arrays that could not be read, at their names
     */
    public static JsonObject fill(JsonObject request, List<NamedArray> arrays, Faults faults) {
        GivenArrays given = new GivenArrays(request, faults);
        faults.list().stream().map(Fault::pointer).forEach(given::connect);
        arrays.forEach(given::place);
        return given.request.filled();
    }

    /** Takes what is wrong with an array to be wrong where it belongs, so that it is not said to be missing there. */
    private void connect(Pointer said) {
        List<String> names = List.of(said.text().split("/", 4));
        ArrayPlace place = names.size() > 2 && ARRAYS.holds(said) ? ArrayPlace.of(names.get(2)) : null;
        if (place != null && place.layer() < request.layers()) {
            faults.show(place.pointer(), ARRAYS.member(names.get(2)));
        }
    }

    private void place(NamedArray array) {
        Place named = new Place(ARRAYS.member(array.name()), faults);
        ArrayPlace place = ArrayPlace.of(array.name());
        if (place == null) {
            named.fault("is not an array of this request; it may have " + ArrayPlace.NAMES);
        } else if (place.layer() >= request.layers()) {
            named.fault("belongs to layer %d, but the network has %d".formatted(place.layer() + 1, request.layers()));
        } else if (request.has(place)) {
            named.fault("stands in the part request as well, at " + place.pointer() + "; give it once");
        } else if (place.isOfALayer() && request.has("initialization")) {
            named.fault("stands beside initialization, which makes all parameters; give one of the two");
        } else if (place.isOfALayer() && request.has("model")) {
            named.fault("stands beside model, which has all parameters; give one of the two");
        } else {
            faults.show(place.pointer(), named.pointer());
            JsonValue value = place.value(array, new Place(place.pointer(), faults));
            if (value != null) {
                request.put(place, value);
            }
        }
    }
}
