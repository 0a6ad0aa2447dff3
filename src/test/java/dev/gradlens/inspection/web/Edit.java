package dev.gradlens.inspection.web;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes requests at places. */
final class Edit {
    /** Keeps 1e400 as it is. */
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Edit() {}

    /** Puts a value where a pointer leads. */
    static ObjectNode put(ObjectNode request, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        switch (request.at(place.head())) {
            case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
            case JsonNode scalar -> throw new IllegalArgumentException(pointer + " is within " + scalar);
        }
        return request;
    }

    /** The same, with the value as it is written in JSON. */
    static ObjectNode put(ObjectNode request, String pointer, String json) {
        return put(request, pointer, EXACT.readTree(json));
    }

    static ObjectNode remove(ObjectNode request, String pointer) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = request.at(place.head());
        if (parent instanceof ArrayNode array) {
            array.remove(place.last().getMatchingIndex());
        } else {
            ((ObjectNode) parent).remove(place.last().getMatchingProperty());
        }
        return request;
    }

    /** Changes such as {@code /mode = "training" & /batch/Y -}, which put and remove. */
    static ObjectNode apply(ObjectNode request, String changes) {
        for (String change : changes.split(" & ", -1)) {
            String[] parts = change.strip().split(" = | -$", 2);
            if (change.strip().endsWith(" -")) {
                remove(request, parts[0]);
            } else {
                put(request, parts[0], parts[1]);
            }
        }
        return request;
    }

    /** Pointers to all that lies in a value; of a tensor's rows and entries to the first only. */
    static List<String> places(JsonNode value) {
        List<String> places = new ArrayList<>();
        addPlaces(places, "", value);
        return places;
    }

    private static void addPlaces(List<String> places, String at, JsonNode value) {
        value.properties().forEach(member -> addPlace(places, at + "/" + member.getKey(), member.getValue()));
        int items = value.isArray() && !value.get(0).isObject() ? 1 : value.isArray() ? value.size() : 0;
        for (int i = 0; i < items; i++) {
            addPlace(places, at + "/" + i, value.get(i));
        }
    }

    private static void addPlace(List<String> places, String place, JsonNode value) {
        places.add(place);
        addPlaces(places, place, value);
    }
}
