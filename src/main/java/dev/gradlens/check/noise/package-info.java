/** How much of a gradient is rounding: Monte Carlo arithmetic over the same kernels. */
@NullMarked
package dev.gradlens.check.noise;

import org.jspecify.annotations.NullMarked;
