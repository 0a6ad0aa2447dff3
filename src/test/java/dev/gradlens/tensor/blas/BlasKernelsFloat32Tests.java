package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.KernelsContractTests;
import dev.gradlens.tensor.Precision;

class BlasKernelsFloat32Tests extends KernelsContractTests {
    BlasKernelsFloat32Tests() {
        super("blas", Precision.FLOAT32);
    }
}
