package dev.gradlens.wire.tensors;

import java.util.Optional;

/**
 * What the numbers of a tensor are like.
 *
 * @param zeros how many are 0 or −0
 * @param nonFinite how many are NaN or infinite
 * @param finite what the others are like; empty where there are none
 */
record Summary(int zeros, int nonFinite, Optional<Finite> finite) {

    /**
     * Told of the finite numbers.
     *
     * @param min the least
     * @param max the greatest
     * @param moments of all
     * @param histogram of all
     */
    record Finite(double min, double max, Moments moments, Histogram histogram) {}

    static Summary of(Tensor tensor) {
        int zeros = (int) tensor.finite().filter(value -> value == 0).count();
        int nonFinite = tensor.nonFinite();
        int finite = tensor.size() - nonFinite;
        return new Summary(zeros, nonFinite, finite == 0 ? Optional.empty() : Optional.of(finite(tensor, finite)));
    }

    private static Finite finite(Tensor tensor, int count) {
        double min = tensor.finite().min().orElseThrow();
        double max = tensor.finite().max().orElseThrow();
        double largest = Math.max(Math.abs(min), Math.abs(max));
        return new Finite(min, max, new Moments(tensor::finite, count, largest), Histogram.of(tensor, min, max));
    }
}
