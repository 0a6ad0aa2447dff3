/**
 * Complex arithmetic and analytic functions for the complex-step oracle; it uses nothing of the other packages, so that
 * it stays independent of every derivative they compute.
 */
@NullMarked
package dev.gradlens.check.complex;

import org.jspecify.annotations.NullMarked;
