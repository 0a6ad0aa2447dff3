package dev.gradlens.wire;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer where it is, or where a missing thing should be
 * @param detail what is wrong, what was got and what is allowed, in words that follow the name of the place
 */
public record Fault(Pointer pointer, String detail) {}
