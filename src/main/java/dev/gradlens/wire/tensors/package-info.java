/** Matrices and vectors as they stand in requests and answers. May use the root of {@code wire}, {@code json}, {@code bind}, {@code numbers} and Jackson. */
@NamedInterface("tensors")
@NullMarked
package dev.gradlens.wire.tensors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
