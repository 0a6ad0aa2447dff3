package dev.gradlens.inspection.web;

import dev.gradlens.wire.arrays.NamedArray;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer of which all tensors were taken out.
 *
 * @param rest without {@code run}
 * @param tensors as they were written, by the names that they have in files: {@code dZ1}
 */
record Shown(ObjectNode rest, Map<String, JsonNode> tensors) {

    static Shown of(JsonNode answer) {
        ObjectNode rest = (ObjectNode) answer;
        rest.remove("run");
        Map<String, JsonNode> tensors = new TreeMap<>();
        tensors.put("dX", rest.remove("dX"));
        for (JsonNode layer : rest.get("layers")) {
            String number = layer.get("layer").toString();
            for (String part : List.of("forward", "backward", "paths")) {
                take(layer.path(part), "(?!norms).*", number, tensors);
            }
            take(layer, "jacobian", number, tensors);
        }
        JsonNode parameters = rest.at("/parameters/layers");
        for (int l = 1; l <= parameters.size(); l++) {
            takeParameters((ObjectNode) parameters.get(l - 1), l, tensors);
        }
        return new Shown(rest, tensors);
    }

    private static void take(JsonNode part, String names, String layer, Map<String, JsonNode> tensors) {
        for (String name : new TreeSet<>(part.propertyNames())) {
            if (name.matches(names)) {
                tensors.put(name + layer, ((ObjectNode) part).remove(name));
            }
        }
    }

    /** Those that were made by chance; in files the running statistics to begin with are told from those that are left. */
    private static void takeParameters(ObjectNode layer, int number, Map<String, JsonNode> tensors) {
        for (String name : new TreeSet<>(layer.propertyNames())) {
            tensors.put(name.replace("running", "initialRunning") + number, layer.remove(name));
        }
    }

    /** What a file holds. */
    static Shown of(JsonNode document, Map<String, NamedArray> arrays) {
        ObjectNode rest = (ObjectNode) document;
        rest.remove("run");
        Map<String, JsonNode> tensors = new TreeMap<>();
        arrays.forEach((name, array) -> tensors.put(name, nested(array)));
        return new Shown(rest, tensors);
    }

    private static JsonNode nested(NamedArray array) {
        ObjectNode flat = InspectionClient.JSON.createObjectNode();
        array.shape().lengths().forEach(flat.putArray("shape")::add);
        DoubleStream.of(array.values()).forEach(flat.putArray("data")::add);
        return Forms.nested(flat);
    }

    Map<String, Numbers> numbers() {
        String precision = rest.at("/effective/precision").stringValue();
        Map<String, Numbers> numbers = new TreeMap<>();
        tensors.forEach((name, tensor) -> numbers.put(name, Numbers.of(tensor, precision)));
        return numbers;
    }

    double cost() {
        return rest.get("cost").doubleValue();
    }
}
