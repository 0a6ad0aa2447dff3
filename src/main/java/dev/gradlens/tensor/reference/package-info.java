/** Kernels as plain loops over arrays: slow, obvious, the oracle for faster ones. Depends on {@code tensor} alone. */
@NullMarked
package dev.gradlens.tensor.reference;

import org.jspecify.annotations.NullMarked;
