/**
 * Fast kernels on plain arrays: loops that the JIT compiler vectorizes, and products by the BLAS of native libraries.
 * Depends on {@code tensor}; beside {@code tensor.nd4j} the only package that knows {@code org.bytedeco}.
 */
@NullMarked
package dev.gradlens.tensor.blas;

import org.jspecify.annotations.NullMarked;
