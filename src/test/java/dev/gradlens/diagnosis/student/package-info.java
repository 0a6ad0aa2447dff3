/** A person with paper and arrays, who computes a network by hand, rightly or with a mistake of the catalogue. */
@NullMarked
package dev.gradlens.diagnosis.student;

import org.jspecify.annotations.NullMarked;
