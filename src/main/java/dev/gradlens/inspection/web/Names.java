package dev.gradlens.inspection.web;

import dev.gradlens.network.Node;
import org.jspecify.annotations.Nullable;

/** The names of gradients on the wire. */
final class Names {
    private Names() {}

    static String gradient(Node.Kind kind) {
        return switch (kind) {
            case A -> "dA";
            case Z_TILDA -> "dZtilda";
            case Z_NORM -> "dZnorm";
            case SIGMA2 -> "dsigma2";
            case MU -> "dmu";
            case Z -> "dZ";
            case W -> "dW";
            case B -> "db";
            case GAMMA -> "dgamma";
            case BETA -> "dbeta";
            case X -> "dX";
        };
    }

    /** The name of a tensor without the part of the answer before it: {@code direct} for {@code paths.direct}. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The same in a file, where the running statistics that a request begins with stand beside those that are left. */
    static String inFile(String name) {
        return switch (name) {
            case "parameters.runningMean" -> "initialRunningMean";
            case "parameters.runningVariance" -> "initialRunningVariance";
            default -> last(name);
        };
    }

    /** Layers count from 1 on the wire; X belongs to none. */
    static @Nullable Integer layer(Node node) {
        return node.kind() == Node.Kind.X ? null : node.layer() + 1;
    }
}
