/** Where the parameters of a network begin: by a scheme and a seed. Depends on {@code network} and {@code random}. */
@NullMarked
package dev.gradlens.network.initialization;

import org.jspecify.annotations.NullMarked;
