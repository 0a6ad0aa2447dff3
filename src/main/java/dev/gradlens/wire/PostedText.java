package dev.gradlens.wire;

import java.util.function.LongConsumer;

/**
 * A body that is a text in a file: a controller takes {@code @RequestBody PostedText}.
 *
 * @param content as it was sent, which may be in any encoding
 * @param memory is told of every allocation beyond a few bytes to a byte of text before it is made, and may refuse it by an
 *     exception
 */
public record PostedText(byte[] content, LongConsumer memory) {}
