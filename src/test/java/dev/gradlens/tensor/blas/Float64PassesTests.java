package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Passes;

class Float64PassesTests extends PassesContract<double[]> {
    @Override
    Passes<double[]> passes() {
        return new Float64Passes(Cores.all());
    }

    @Override
    double accuracy() {
        return 1e-14;
    }
}
