package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;

/** Leaves a value as it was sent. */
final class RawBinding implements Binding {
    @Override
    public String expected() {
        return "a value";
    }

    @Override
    public boolean accepts(JsonValue value) {
        return true;
    }

    @Override
    public Object bind(JsonValue value, Place place) {
        return value;
    }
}
