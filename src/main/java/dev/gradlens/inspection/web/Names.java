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

    /** Layers count from 1 on the wire; X belongs to none. */
    static @Nullable Integer layer(Node node) {
        return node.kind() == Node.Kind.X ? null : node.layer() + 1;
    }
}
