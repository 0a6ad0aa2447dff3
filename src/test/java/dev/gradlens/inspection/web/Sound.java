package dev.gradlens.inspection.web;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Requests that are understood, of different kinds, each made anew so that a test may change it. */
final class Sound {
    static final List<String> NAMES = List.of("three-layers", "course-rms", "lone-batch", "inference", "logits");

    private Sound() {}

    static ObjectNode of(String name) {
        return (ObjectNode)
                InspectionClient.JSON.readTree(Sound.class.getResourceAsStream("/requests/" + name + ".json"));
    }

    /** Batch norm, layer norm and none, tanh, leakyRelu and softmax, with every field given. */
    static ObjectNode threeLayers() {
        return of("three-layers");
    }

    /** A batch normalization by itself with a given upstream gradient, in columns. */
    static ObjectNode loneBatch() {
        return of("lone-batch");
    }

    /** In inference, with no activation at the end. */
    static ObjectNode inference() {
        return of("inference");
    }

    /** The smallest: one dense layer of one unit. */
    static ObjectNode logits() {
        return of("logits");
    }
}
