/** Normalizations: {@code BatchNorm} first, {@code LayerNorm} and {@code RmsNorm} beside it. */
@NullMarked
package dev.gradlens.network.normalization;

import org.jspecify.annotations.NullMarked;
