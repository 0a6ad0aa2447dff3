package dev.gradlens.network;

/**
 * A node of the graph by which J is differentiated: a parameter, or something computed on the way.
 *
 * @param layer from 0; −1 for X
 * @param kind which one
 */
public record Node(int layer, Kind kind) {

    /** The input of the network. */
    public static final Node X = new Node(-1, Kind.X);

    /** The nodes that a layer can have, from its output to its parameters. */
    public enum Kind {
        A,
        Z_TILDA,
        Z_NORM,
        SIGMA2,
        MU,
        Z,
        W,
        B,
        GAMMA,
        BETA,
        X;

        /** Whether it is learned. */
        public boolean isParameter() {
            return this == W || this == B || this == GAMMA || this == BETA;
        }

        /** Whether it has a row for each example. */
        public boolean hasExamples() {
            return this == A || this == Z_TILDA || this == Z_NORM || this == Z || this == X;
        }
    }
}
