package dev.gradlens.dataset.web;

import dev.gradlens.dataset.generator.Blobs;
import dev.gradlens.dataset.generator.Circles;
import dev.gradlens.dataset.generator.Figure;
import dev.gradlens.dataset.generator.Moons;
import dev.gradlens.dataset.generator.Spiral;
import dev.gradlens.dataset.generator.Xor;
import io.swagger.v3.oas.annotations.media.Schema;

/** A figure that classes make in the plane. */
@Schema(name = "Generator")
enum GeneratorName {
    /**
     * Arms that wind about the origin by 0.8 turns, one for each class, while the radius grows evenly from 0.1
     * to 1. TensorFlow Playground winds them by 1.75 turns, which takes a deep network some thousand steps to learn.
     */
    SPIRAL,
    /** Two half circles of radius 1 that reach into each other, as {@code make_moons} of scikit-learn has them. */
    MOONS,
    /** Two circles of radius 1 (class 0) and 0.8 (class 1), as {@code make_circles} of scikit-learn has them. */
    CIRCLES,
    /** The square from −1 to 1, evenly filled: class 1 is where exactly one of x1 and x2 is positive. */
    XOR,
    /** A centre for each class, drawn evenly from the square from −10 to 10, as {@code make_blobs} of scikit-learn has them. */
    BLOBS;

    /** How many classes there are where it is not said, and for most figures at all. */
    static final int CLASSES = 2;

    boolean takesClasses() {
        return this == SPIRAL || this == BLOBS;
    }

    /** The figure. */
    Figure figure(int classes) {
        return switch (this) {
            case SPIRAL -> new Spiral(classes);
            case MOONS -> new Moons();
            case CIRCLES -> new Circles();
            case XOR -> new Xor();
            case BLOBS -> new Blobs(classes);
        };
    }

    /** The noise where it is not said, as in scikit-learn and TensorFlow Playground: without any, blobs would be points. */
    double noise() {
        return this == BLOBS ? 1 : 0;
    }
}
