/** Bodies of several parts, read strictly. May use the root of {@code wire} and Spring's headers. */
@NullMarked
package dev.gradlens.wire.parts;

import org.jspecify.annotations.NullMarked;
