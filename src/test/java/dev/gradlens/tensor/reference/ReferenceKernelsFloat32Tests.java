package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.KernelsContractTests;
import dev.gradlens.tensor.Precision;

class ReferenceKernelsFloat32Tests extends KernelsContractTests {
    ReferenceKernelsFloat32Tests() {
        super("reference", Precision.FLOAT32);
    }
}
