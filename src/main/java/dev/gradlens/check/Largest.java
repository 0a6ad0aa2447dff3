package dev.gradlens.check;

/**
 * The largest |entry| that uncertainties are measured by.
 *
 * @param ofTensor of the gradient that an entry belongs to
 * @param ofAll of all gradients that are looked at
 */
record Largest(double ofTensor, double ofAll) {}
