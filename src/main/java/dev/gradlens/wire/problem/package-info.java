/** Every problem that the service answers with, and how each is worded. May use the root of {@code wire} and Spring MVC. */
@NamedInterface("problem")
@NullMarked
package dev.gradlens.wire.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
