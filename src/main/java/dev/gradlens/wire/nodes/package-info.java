/** What answers show of the nodes and the parameters of one layer. May use the rest of {@code wire}. */
@NamedInterface("nodes")
@NullMarked
package dev.gradlens.wire.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
