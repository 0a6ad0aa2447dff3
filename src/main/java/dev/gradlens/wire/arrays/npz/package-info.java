/**
 * The {@code .npz} files of NumPy: a zip of {@code .npy} members. May use {@code arrays}, {@code bind} and the root of
 * {@code wire}.
 */
@NamedInterface("npz")
@NullMarked
package dev.gradlens.wire.arrays.npz;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
