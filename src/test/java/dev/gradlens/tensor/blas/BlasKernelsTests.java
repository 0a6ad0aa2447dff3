package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.KernelsContractTests;
import dev.gradlens.tensor.Precision;

class BlasKernelsTests extends KernelsContractTests {
    BlasKernelsTests() {
        super("blas", Precision.FLOAT64);
    }
}
