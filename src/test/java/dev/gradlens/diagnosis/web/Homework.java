package dev.gradlens.diagnosis.web;

import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Exercises, and what is handed in for them. */
final class Homework {
    static final int EXAMPLES = 5;

    private Homework() {}

    /** Batch norm, layer norm, a lone rms norm and none, of different widths; in rows. */
    static ObjectNode exercise() {
        ObjectNode request = DiagnosisClient.JSON.createObjectNode();
        ObjectNode network = request.putObject("network").put("inputs", 3).put("loss", "halfMeanSquaredError");
        ArrayNode layers = network.putArray("layers");
        layer(layers, "dense", "batch", "tanh").put("units", 4);
        layer(layers, "dense", "layer", "sigmoid").put("units", 6).put("bias", false);
        layer(layers, "normalize", "rms", "identity");
        layer(layers, "dense", "none", "identity").put("units", 2);
        request.putObject("initialization").put("scheme", "he").put("seed", 1);
        ObjectNode batch = request.putObject("batch");
        batch.set("X", matrix(EXAMPLES, 3, 1));
        batch.set("Y", matrix(EXAMPLES, 2, 2));
        return request;
    }

    /** The same with examples in columns. */
    static ObjectNode exerciseInColumns() {
        ObjectNode request = exercise();
        ObjectNode batch = (ObjectNode) request.get("batch");
        batch.put("layout", "columns");
        batch.set("X", transposed(batch.get("X")));
        batch.set("Y", transposed(batch.get("Y")));
        return request;
    }

    /** One normalized layer of 8×5, as it is set in a course. */
    static ObjectNode smallExercise() {
        ObjectNode request = DiagnosisClient.JSON.createObjectNode();
        ObjectNode network = request.putObject("network").put("inputs", 5).put("loss", "upstream");
        layer(network.putArray("layers"), "normalize", "batch", "identity");
        request.putObject("parameters").putArray("layers").addObject();
        ObjectNode batch = request.putObject("batch");
        batch.set("X", matrix(8, 5, 3));
        batch.set("upstream", matrix(8, 5, 4));
        return request;
    }

    private static ObjectNode layer(ArrayNode layers, String type, String normalization, String activation) {
        ObjectNode layer = layers.addObject().put("type", type).put("activation", activation);
        layer.putObject("normalization").put("type", normalization);
        return layer;
    }

    /** An exercise with all the gradients and forward tensors that an inspection of it shows. */
    static ObjectNode handedIn(ObjectNode exercise, JsonNode inspection) {
        ObjectNode request = exercise.deepCopy();
        ObjectNode gradients = request.putObject("gradients");
        ArrayNode backward = gradients.putArray("layers");
        ArrayNode forward = request.putObject("forward").putArray("layers");
        for (JsonNode layer : inspection.get("layers")) {
            backward.add(layer.get("backward"));
            forward.add(layer.get("forward"));
        }
        gradients.set("dX", inspection.get("dX"));
        request.remove("tensors");
        return request;
    }

    /** A line with an id and the gradients of a request. */
    static String submission(JsonNode id, JsonNode request) {
        ObjectNode line = DiagnosisClient.JSON.createObjectNode();
        line.set("id", id);
        line.set("gradients", request.get("gradients"));
        return line.toString();
    }

    static ArrayNode matrix(int rows, int columns, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ArrayNode matrix = DiagnosisClient.JSON.createArrayNode();
        for (int i = 0; i < rows; i++) {
            ArrayNode row = matrix.addArray();
            for (int j = 0; j < columns; j++) {
                row.add(random.nextInt(-1000, 1000) / 1000.0);
            }
        }
        return matrix;
    }

    static ArrayNode transposed(JsonNode matrix) {
        ArrayNode turned = DiagnosisClient.JSON.createArrayNode();
        for (int j = 0; j < matrix.get(0).size(); j++) {
            ArrayNode row = turned.addArray();
            for (JsonNode line : matrix) {
                row.add(line.get(j));
            }
        }
        return turned;
    }
}
