package dev.gradlens.network.training;

/**
 * Keeps a step short where the gradient is steep: all gradients together are scaled down to a largest norm, as by PyTorch's
 * {@code clip_grad_norm_}. Pascanu, Mikolov and Bengio, "On the difficulty of training recurrent neural networks", 2013.
 *
 * @param maxNorm of all gradients together, greater than 0
 */
public record Clipping(double maxNorm) {
    /** Keeps the factor finite where every gradient is 0; PyTorch's. */
    private static final double MARGIN = 1e-6;

    public Clipping {
        if (!(maxNorm > 0)) {
            throw new IllegalArgumentException("gradients are clipped to a norm above 0, not to " + maxNorm);
        }
    }

    /**
     * Scales the gradients of a watched plan.
     *
     * @return by what: min(1, maxNorm / (norm + 1e-6))
     */
    public double clip(Trainer trainer) {
        double factor = Math.min(1, maxNorm / (trainer.gradientNorm() + MARGIN));
        if (factor != 1) {
            trainer.scaleGradients(factor);
        }
        return factor;
    }
}
