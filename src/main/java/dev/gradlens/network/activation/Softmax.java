package dev.gradlens.network.activation;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/** g(z)ⱼ = exp(zⱼ)/Σₖ exp(zₖ) over the outputs of each example; on the last layer only. */
public record Softmax() implements Activation {
    /** With the largest zₖ subtracted from each, so that nothing overflows. */
    @Override
    public Matrix forward(Kernels k, Matrix z) {
        Matrix e = k.map(Elementary.EXP, k.subtract(z, k.max(z, Axis.COLUMNS)));
        return k.divide(e, k.sum(e, Axis.COLUMNS));
    }

    /**
     * A ⊙ (dA − Σₖ dAₖ·Aₖ). Where Aⱼ is above ¾, dAⱼ nearly cancels against its own share of the sum; there the same is
     * written as Aⱼ·Σₖ (dAⱼ − dAₖ)·Aₖ over the small Aₖ, which keeps the digits of a saturated output.
     */
    @Override
    public Matrix backward(Kernels k, Matrix z, Matrix a, Matrix dA) {
        Matrix weighted = k.sum(k.multiply(dA, a), Axis.COLUMNS); // m×1
        Matrix small = smallEntries(k, a); // m×n
        Matrix weightedSmall = k.sum(k.multiply(dA, small), Axis.COLUMNS); // m×1
        Matrix ofLarge = k.subtract(k.multiply(dA, k.sum(small, Axis.COLUMNS)), weightedSmall); // m×n
        return k.multiply(a, k.selectPositive(dominant(k, a), ofLarge, k.subtract(dA, weighted)));
    }

    /** 1 − A; where A is above ¾ as the sum of the other entries, which keeps the digits that 1 − A has lost. */
    public static Matrix complement(Kernels k, Matrix a) {
        Matrix sumOfSmall = k.sum(smallEntries(k, a), Axis.COLUMNS); // m×1
        return k.selectPositive(dominant(k, a), sumOfSmall, k.add(k.multiply(a, -1), 1));
    }

    /** A with 0 for the entry above ¾, of which each example has one at most, however it is rounded. */
    private static Matrix smallEntries(Kernels k, Matrix a) {
        return k.selectPositive(dominant(k, a), k.constant(0), a);
    }

    /** Positive where A is above ¾. */
    private static Matrix dominant(Kernels k, Matrix a) {
        return k.add(a, -0.75);
    }
}
