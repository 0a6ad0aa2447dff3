/** How a step moves the parameters against their gradient. Depends on {@code tensor}. */
@NullMarked
package dev.gradlens.network.optimizer;

import org.jspecify.annotations.NullMarked;
