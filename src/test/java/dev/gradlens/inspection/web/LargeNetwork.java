package dev.gradlens.inspection.web;

import java.util.SplittableRandom;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A request that takes a while. */
final class LargeNetwork {
    private LargeNetwork() {}

    /** Dense layers with batch normalization and tanh, all of one width. */
    static ObjectNode of(int examples, int width, int layers) {
        SplittableRandom random = new SplittableRandom(7);
        ObjectNode request = InspectionClient.JSON.createObjectNode();
        ObjectNode network = request.putObject("network").put("inputs", width).put("loss", "halfMeanSquaredError");
        ArrayNode specs = network.putArray("layers");
        ArrayNode parameters = request.putObject("parameters").putArray("layers");
        for (int l = 0; l < layers; l++) {
            ObjectNode layer =
                    specs.addObject().put("type", "dense").put("units", width).put("bias", false);
            layer.put("activation", "tanh").putObject("normalization").put("type", "batch");
            parameters.addObject().set("W", matrix(width, width, random));
        }
        ObjectNode batch = request.putObject("batch");
        batch.set("X", matrix(examples, width, random));
        batch.set("Y", matrix(examples, width, random));
        return request;
    }

    private static ArrayNode matrix(int rows, int columns, SplittableRandom random) {
        ArrayNode matrix = InspectionClient.JSON.createArrayNode();
        for (int i = 0; i < rows; i++) {
            ArrayNode row = matrix.addArray();
            for (int j = 0; j < columns; j++) {
                row.add(random.nextInt(-1000, 1000) / 1000.0);
            }
        }
        return matrix;
    }
}
