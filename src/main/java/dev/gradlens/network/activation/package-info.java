/** Activation functions. A new one is a record here and a line in {@link dev.gradlens.network.activation.Activation}. */
@NullMarked
package dev.gradlens.network.activation;

import org.jspecify.annotations.NullMarked;
