/** What a layer's tensors are computed by: the right formulas, and those of the catalogue. May use the root's vocabulary. */
@NullMarked
package dev.gradlens.diagnosis.formula;

import org.jspecify.annotations.NullMarked;
