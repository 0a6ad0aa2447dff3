/** Tells which mistakes somebody's own test of a backward pass would notice. May use {@code judge}, {@code probe} and {@code world}. */
@NullMarked
package dev.gradlens.diagnosis.mutation;

import org.jspecify.annotations.NullMarked;
