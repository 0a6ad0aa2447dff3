package dev.gradlens.volume;

/**
 * A file on the volume.
 *
 * @param sha256 of its bytes, 64 hexadecimal digits in lower case; its name
 * @param bytes how many
 */
public record Stored(String sha256, long bytes) {}
