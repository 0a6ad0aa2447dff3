package dev.gradlens.wire.parts;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * A part of a body.
 *
 * @param name of the field that it is
 * @param fileName of the file that it was, if it was one
 * @param type of its content, where it says so
 * @param content not copied: whoever is given it does not write to it
 */
public record Part(
        String name, @Nullable String fileName, @Nullable MediaType type, byte[] content) {}
