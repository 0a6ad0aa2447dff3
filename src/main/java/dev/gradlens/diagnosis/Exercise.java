package dev.gradlens.diagnosis;

import dev.gradlens.network.Setup;

/**
 * What submissions are held against: the true gradients of this setup.
 *
 * @param setup the network, its parameters and the batch
 * @param meanInParameters whether all gradients but those of parameters are of m·J, as in a course that takes the 1/m in dW, db,
 *     dgamma and dbeta; a given upstream gradient has no 1/m to move
 * @param atKink what is taken for the derivative of an activation where there is none: 0 for the left one, 1 for the right one,
 *     ½ for the mean of both
 */
public record Exercise(Setup setup, boolean meanInParameters, double atKink) {

    /** With the left derivative at a kink, as the networks take it. */
    public Exercise(Setup setup, boolean meanInParameters) {
        this(setup, meanInParameters, 0);
    }

    /** Another setup, understood in the same way. */
    public Exercise with(Setup other) {
        return new Exercise(other, meanInParameters, atKink);
    }
}
