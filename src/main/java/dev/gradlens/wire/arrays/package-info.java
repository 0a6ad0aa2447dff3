/**
 * Named arrays of numbers as they stand in files, under limits that hold before anything is allocated. The packages below
 * read and write the formats. May use the root of {@code wire}, {@code bind} and Spring's settings.
 */
@NamedInterface("arrays")
@NullMarked
package dev.gradlens.wire.arrays;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
