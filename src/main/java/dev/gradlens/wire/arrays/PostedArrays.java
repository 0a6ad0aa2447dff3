package dev.gradlens.wire.arrays;

import dev.gradlens.wire.Faults;
import java.util.List;

/**
 * A body that is a file of arrays: a controller takes {@code @RequestBody PostedArrays}.
 *
 * @param arrays those that could be read, of different names
 * @param faults what is wrong with the others, at their names in {@code /arrays}
 */
public record PostedArrays(List<NamedArray> arrays, Faults faults) {}
