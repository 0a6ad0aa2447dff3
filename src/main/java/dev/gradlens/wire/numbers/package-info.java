/** Decimals of doubles and floats: the shortest one of a number as bytes, and the number nearest to one. Uses nothing else. */
@NamedInterface("numbers")
@NullMarked
package dev.gradlens.wire.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
