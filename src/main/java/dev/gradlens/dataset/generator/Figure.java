package dev.gradlens.dataset.generator;

import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;

/** What classes look like before noise. */
public sealed interface Figure permits Spiral, Moons, Circles, Xor, Blobs {
    int classes();

    /** Where the examples lie, which a seed decides as far as the figure leaves it open. */
    Places places(long seed);

    /** The random numbers of places. */
    static RandomStream draws(long seed) {
        return new RandomStream(seed, Purpose.GENERATED, 1);
    }
}
