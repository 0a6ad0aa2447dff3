package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Passes;

class Float32PassesTests extends PassesContract<float[]> {
    @Override
    Passes<float[]> passes() {
        return new Float32Passes(Cores.all());
    }

    @Override
    double accuracy() {
        return 4e-6;
    }
}
