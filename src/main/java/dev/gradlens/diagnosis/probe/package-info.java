/** Makes exercises on which every mistake shows, and no two look alike. May use {@code judge} and {@code world}. */
@NullMarked
package dev.gradlens.diagnosis.probe;

import org.jspecify.annotations.NullMarked;
