package dev.gradlens.diagnosis;

/** What a layer computes, in an order in which everything comes behind what it is computed from. */
public enum Step {
    Z,
    MU,
    SIGMA2,
    /** s, the denominator, which nobody sends. */
    SCALE,
    Z_NORM,
    Z_TILDA,
    A,
    RUNNING_MEAN,
    RUNNING_VARIANCE,
    D_A,
    D_Z_TILDA,
    D_Z_NORM,
    D_GAMMA,
    D_BETA,
    D_SIGMA2,
    D_MU,
    D_Z,
    D_W,
    D_B;

    /** Whether it is part of forward. */
    public boolean isForward() {
        return compareTo(D_A) < 0;
    }

    /** Whether it has a row for each example. */
    public boolean hasExamples() {
        return switch (this) {
            case Z, Z_NORM, Z_TILDA, A, D_A, D_Z_TILDA, D_Z_NORM, D_Z -> true;
            case MU, SIGMA2, SCALE, RUNNING_MEAN, RUNNING_VARIANCE, D_GAMMA, D_BETA, D_SIGMA2, D_MU, D_W, D_B -> false;
        };
    }

    /** Whether it is the gradient of something learned. */
    public boolean isOfAParameter() {
        return this == D_W || this == D_B || this == D_GAMMA || this == D_BETA;
    }

    /** Whether it is a matrix, which can be sent transposed by mistake. */
    public boolean isMatrix() {
        return hasExamples() || this == D_W;
    }
}
