/** Draws data sets of two features from a seed. May use {@code random}, {@code tensor} and the root of {@code dataset}. */
@NullMarked
package dev.gradlens.dataset.generator;

import org.jspecify.annotations.NullMarked;
