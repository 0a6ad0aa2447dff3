package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.KernelsContractTests;

class ReferenceKernelsTests extends KernelsContractTests {
    ReferenceKernelsTests() {
        super("reference");
    }
}
