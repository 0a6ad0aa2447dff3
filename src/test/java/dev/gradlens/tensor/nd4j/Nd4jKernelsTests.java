package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.KernelsContractTests;
import dev.gradlens.tensor.Precision;

class Nd4jKernelsTests extends KernelsContractTests {
    Nd4jKernelsTests() {
        super("nd4j", Precision.FLOAT64);
    }
}
