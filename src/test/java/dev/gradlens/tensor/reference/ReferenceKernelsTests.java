package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.KernelsContractTests;
import dev.gradlens.tensor.Precision;

class ReferenceKernelsTests extends KernelsContractTests {
    ReferenceKernelsTests() {
        super("reference", Precision.FLOAT64);
    }
}
