package dev.gradlens.wire.json;

import java.io.IOException;

/** Bytes that are not UTF-8. */
public final class NotUtf8Exception extends IOException {
    NotUtf8Exception() {
        super("not UTF-8");
    }
}
