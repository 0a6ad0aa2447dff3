package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.KernelsAgreementTests;
import dev.gradlens.tensor.Precision;

class BlasAgreementFloat32Tests extends KernelsAgreementTests {
    BlasAgreementFloat32Tests() {
        super("blas", Precision.FLOAT32);
    }
}
