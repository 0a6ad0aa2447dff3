/** The oracles: J computed once more, in complex numbers and by code of its own, and differentiated without backward. */
@NullMarked
package dev.gradlens.check.oracle;

import org.jspecify.annotations.NullMarked;
