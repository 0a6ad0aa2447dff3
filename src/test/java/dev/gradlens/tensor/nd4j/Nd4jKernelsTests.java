package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.KernelsContractTests;

class Nd4jKernelsTests extends KernelsContractTests {
    Nd4jKernelsTests() {
        super("nd4j");
    }
}
