package dev.gradlens.diagnosis.judge;

/**
 * A mistake that explains a tensor.
 *
 * @param candidate the mistake
 * @param isLocal whether it was made in the tensor itself, and not in one that nobody sent
 * @param explained how many of the tensors sent, unexplained so far, come out right given it
 * @param distance how far the tensor is from what the mistake gives, in units of its rounding
 */
record Hypothesis(Candidate candidate, boolean isLocal, int explained, double distance) {}
