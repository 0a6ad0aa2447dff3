package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Passes;

class Float32VectorPassesTests extends PassesContract<float[]> {
    @Override
    Passes<float[]> passes() {
        return new Float32VectorPasses(Cores.all());
    }

    @Override
    double accuracy() {
        return 4e-6;
    }
}
