/**
 * The parts of a request that say what J is a function of: network, parameters, batch and conventions, read into
 * {@code network}'s own types, and written back as what was in effect. May use the rest of {@code wire}.
 */
@NamedInterface("setup")
@NullMarked
package dev.gradlens.wire.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
