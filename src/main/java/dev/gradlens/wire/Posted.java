package dev.gradlens.wire;

/**
 * The body of a request as it was read, perhaps in part: a controller takes {@code @RequestBody Posted<SomeRequest>}. A
 * component of the record that was faulty or missing is null, whatever its declaration says, and {@code faults} names
 * it; checks of shapes and combinations add theirs before {@link Faults#throwIfAny()} ends it.
 *
 * @param value what could be read
 * @param faults what is wrong with it so far
 */
public record Posted<T>(T value, Faults faults) {}
