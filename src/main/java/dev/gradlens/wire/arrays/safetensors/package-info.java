/**
 * Files of safetensors: a JSON header and the bytes behind it. May use {@code arrays}, {@code bind}, {@code json}, the root
 * of {@code wire} and Jackson's generator.
 */
@NamedInterface("safetensors")
@NullMarked
package dev.gradlens.wire.arrays.safetensors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
