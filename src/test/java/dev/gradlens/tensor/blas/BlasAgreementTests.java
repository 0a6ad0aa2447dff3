package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.KernelsAgreementTests;
import dev.gradlens.tensor.Precision;

class BlasAgreementTests extends KernelsAgreementTests {
    BlasAgreementTests() {
        super("blas", Precision.FLOAT64);
    }
}
