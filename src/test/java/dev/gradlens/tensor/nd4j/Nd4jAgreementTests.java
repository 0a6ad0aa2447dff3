package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.KernelsAgreementTests;
import dev.gradlens.tensor.Precision;

class Nd4jAgreementTests extends KernelsAgreementTests {
    Nd4jAgreementTests() {
        super("nd4j", Precision.FLOAT64);
    }
}
