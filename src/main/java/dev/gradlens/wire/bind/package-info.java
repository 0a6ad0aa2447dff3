/**
 * Makes a record of a JSON tree, naming every fault on the way. May use {@code json} and the root of {@code wire}.
 */
@NamedInterface("bind")
@NullMarked
package dev.gradlens.wire.bind;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
