package dev.gradlens.check.oracle;

import org.jspecify.annotations.Nullable;

/**
 * The nodes of one layer, in complex numbers. The statistics are absent without normalization.
 *
 * @param aPrev m×inputs
 * @param z m×units
 */
record ComplexLayer(
        ComplexMatrix aPrev,
        ComplexMatrix z,
        @Nullable ComplexMatrix mu,
        @Nullable ComplexMatrix sigma2,
        @Nullable ComplexMatrix zNorm,
        @Nullable ComplexMatrix zTilda,
        ComplexMatrix a) {

    ComplexMatrix argument() {
        return zTilda == null ? z : zTilda;
    }
}
