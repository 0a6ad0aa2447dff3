/** Whole computations of an exercise, right ones and those in which some tensors are wrong. May use {@code formula}. */
@NullMarked
package dev.gradlens.diagnosis.world;

import org.jspecify.annotations.NullMarked;
