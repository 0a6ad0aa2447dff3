package dev.gradlens.wire.setup;

import dev.gradlens.wire.json.JsonItems;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonArray;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as it was sent, which may be wrong anywhere, and what is put into it. */
final class RequestTree {
    private static final JsonObject NOTHING = new JsonObject(Map.of());

    private final JsonObject request;
    private final Map<Integer, Map<String, JsonValue>> added = new HashMap<>();

    RequestTree(JsonObject request) {
        this.request = request;
    }

    /** How many layers the network has; as many as one may have where that cannot be told. */
    int layers() {
        List<JsonValue> layers = items(member(request.members().get("network"), "layers"));
        return layers == null ? NetworkForm.MAX_LAYERS : Math.min(layers.size(), NetworkForm.MAX_LAYERS);
    }

    /** Whether it has a member, be it one that cannot be read. */
    boolean has(String name) {
        return request.members().containsKey(name);
    }

    boolean has(ArrayPlace place) {
        return member(
                        place.isOfALayer()
                                ? layer(place.layer())
                                : request.members().get(place.holder()),
                        place.field())
                != null;
    }

    void put(ArrayPlace place, JsonValue value) {
        added.computeIfAbsent(place.layer(), layer -> new LinkedHashMap<>()).put(place.field(), value);
    }

    /** The request with what was put into it, wherever an object is to put it into. */
    JsonObject filled() {
        Map<String, JsonValue> members = new LinkedHashMap<>(request.members());
        for (int holder : List.of(ArrayPlace.BATCH, ArrayPlace.STANDARDIZATION)) {
            if (added.containsKey(holder)) {
                String name = new ArrayPlace(holder, "").holder();
                members.put(name, with(members.getOrDefault(name, NOTHING), holder));
            }
        }
        if (added.keySet().stream().anyMatch(layer -> layer >= 0)) {
            members.put("parameters", filledParameters(members.getOrDefault("parameters", NOTHING)));
        }
        return new JsonObject(members);
    }

    /** Parameters that have an entry for each layer, or what they are where they are no parameters. */
    private JsonValue filledParameters(JsonValue parameters) {
        JsonValue given = member(parameters, "layers");
        List<JsonValue> layers = given == null ? List.of() : items(given);
        if (!(parameters instanceof JsonObject object) || layers == null) {
            return parameters;
        }
        List<JsonValue> filled = new ArrayList<>(layers);
        for (int l = filled.size(); l < lastLayer(); l++) {
            filled.add(NOTHING);
        }
        for (int l = 0; l < filled.size(); l++) {
            filled.set(l, with(filled.get(l), l));
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put("layers", new JsonArray(filled));
        return new JsonObject(members);
    }

    /** Of the network where it is known, else of what was put in. */
    private int lastLayer() {
        boolean known = items(member(request.members().get("network"), "layers")) != null;
        return known
                ? layers()
                : added.keySet().stream().mapToInt(layer -> layer + 1).max().orElse(0);
    }

    private JsonValue with(JsonValue holder, int layer) {
        Map<String, JsonValue> more = added.get(layer);
        if (more == null || !(holder instanceof JsonObject object)) {
            return holder;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.putAll(more);
        return new JsonObject(members);
    }

    private @Nullable JsonValue layer(int layer) {
        List<JsonValue> layers = items(member(request.members().get("parameters"), "layers"));
        return layers == null || layer >= layers.size() ? null : layers.get(layer);
    }

    private static @Nullable JsonValue member(@Nullable JsonValue value, String name) {
        return value instanceof JsonObject object ? object.members().get(name) : null;
    }

    private static @Nullable List<JsonValue> items(@Nullable JsonValue value) {
        return value == null ? null : JsonItems.of(value);
    }
}
