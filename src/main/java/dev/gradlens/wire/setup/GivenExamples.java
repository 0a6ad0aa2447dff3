package dev.gradlens.wire.setup;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts examples that came beside a request where they belong in it. Whatever is wrong with them is told at {@code /arrays/X}. */
public final class GivenExamples {
    private static final String X = "X";
    private static final Pointer ARRAYS = Pointer.of("arrays");

    private GivenExamples() {}

    /**
     * The request with X in it.
     *
     * @param arrays of different names
     * @param faults may hold what is wrong with an array that could not be read, at its name
     */
    public static JsonObject fill(JsonObject request, List<NamedArray> arrays, Faults faults) {
        Map<String, JsonValue> members = new LinkedHashMap<>(request.members());
        if (faults.list().stream().map(Fault::pointer).anyMatch(ARRAYS.member(X)::holds)) {
            faults.show(Pointer.of(X), ARRAYS.member(X));
        }
        arrays.forEach(array -> place(array, members, faults));
        return new JsonObject(members);
    }

    private static void place(NamedArray array, Map<String, JsonValue> members, Faults faults) {
        Place named = new Place(ARRAYS.member(array.name()), faults);
        if (!array.name().equals(X)) {
            named.fault("is not an array of this request; it may have X");
        } else if (members.containsKey(X)) {
            named.fault("stands in the part request as well, at /X; give it once");
        } else {
            Place place = Place.root(faults).member(X);
            faults.show(place.pointer(), named.pointer());
            JsonValue value = new ArrayPlace(ArrayPlace.BATCH, X).value(array, place);
            if (value != null) {
                members.put(X, value);
            }
        }
    }
}
