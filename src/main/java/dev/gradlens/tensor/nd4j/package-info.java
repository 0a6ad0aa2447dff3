/**
 * Kernels on ND4J, whichever of its backends is on the class path. Depends on {@code tensor}; the only package that
 * knows {@code org.nd4j}.
 */
@NullMarked
package dev.gradlens.tensor.nd4j;

import org.jspecify.annotations.NullMarked;
