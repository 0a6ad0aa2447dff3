/** The complex-step oracle: J computed once more, in complex numbers, sharing no code with backward. */
@NullMarked
package dev.gradlens.check.oracle;

import org.jspecify.annotations.NullMarked;
