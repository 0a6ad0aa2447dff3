/** Judges a submission: which tensors are right, and which mistake explains the others. The entry is {@code Diagnoser}. */
@NullMarked
package dev.gradlens.diagnosis.judge;

import org.jspecify.annotations.NullMarked;
