package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.KernelsContractTests;
import dev.gradlens.tensor.Precision;

class Nd4jKernelsFloat32Tests extends KernelsContractTests {
    Nd4jKernelsFloat32Tests() {
        super("nd4j", Precision.FLOAT32);
    }
}
