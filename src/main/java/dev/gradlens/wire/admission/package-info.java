/** How much a request may be and how many run at once. May use the root of {@code wire} and Spring's settings. */
@NamedInterface("admission")
@NullMarked
package dev.gradlens.wire.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
