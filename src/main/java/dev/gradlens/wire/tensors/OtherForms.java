package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import java.util.Collections;
import java.util.Set;

/** The forms of a tensor that are objects. */
final class OtherForms {
    private static final Set<String> FIELDS = Set.of("shape", "datatype", "data", "base64");

    private OtherForms() {}

    /** Says that a value is not what was expected, or not supported yet where it is one of these forms. */
    static void explain(JsonValue value, String expected, Place place) {
        boolean known = value instanceof JsonObject object
                && !Collections.disjoint(object.members().keySet(), FIELDS);
        place.fault(
                known
                        ? "is in the flat or the base64 form, which is not supported yet; give " + expected
                        : "must be " + expected + ", got " + value.kind());
    }
}
