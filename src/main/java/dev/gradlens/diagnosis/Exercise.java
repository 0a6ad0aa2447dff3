package dev.gradlens.diagnosis;

import dev.gradlens.network.Setup;

/**
 * What submissions are held against: the true gradients of this setup.
 *
 * @param setup the network, its parameters and the batch
 * @param meanInParameters whether all gradients but those of parameters are of m·J, as in a course that takes the 1/m in dW, db,
 *     dgamma and dbeta; a given upstream gradient has no 1/m to move
 */
public record Exercise(Setup setup, boolean meanInParameters) {}
