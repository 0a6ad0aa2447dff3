package dev.gradlens.tensor.blas;

/** For how long the matrices of one computation may be looked at. */
final class Lifetime {
    private boolean over;

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }
}
