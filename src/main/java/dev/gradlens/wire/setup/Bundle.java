package dev.gradlens.wire.setup;

import io.swagger.v3.oas.annotations.media.Schema;

/** A name for a set of defaults; a field that is given wins over it. */
@Schema(name = "Conventions")
public enum Bundle {
    /** Examples are columns, and the 1/m is taken in dW, db, dgamma and dbeta, as in a well-known course. */
    COURSE,
    /** Ioffe and Szegedy, 2015: examples are rows, every gradient is of J. */
    PAPER,
    /** {@code torch.nn.BatchNorm1d}: momentum 0.1, which is what is taken of the new. */
    PYTORCH,
    /** {@code keras.layers.BatchNormalization}: epsilon 1e-3, momentum 0.99, the running variance is the biased one. */
    KERAS;

    Conventions conventions() {
        return switch (this) {
            case COURSE -> Conventions.COURSE;
            case PAPER -> Conventions.PAPER;
            case PYTORCH -> Conventions.PYTORCH;
            case KERAS -> Conventions.KERAS;
        };
    }
}
