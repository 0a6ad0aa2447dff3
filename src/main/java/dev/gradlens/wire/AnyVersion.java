package dev.gradlens.wire;

import org.jspecify.annotations.Nullable;

/** The asterisk of {@code If-Match} and {@code If-None-Match}: every version (RFC 9110, 13.1). Spring does not know it. */
public final class AnyVersion {
    private static final String ASTERISK = "*";

    private AnyVersion() {}

    /** Whether a header, or one of the tags in it, is that. */
    public static boolean isMeant(@Nullable String header) {
        return header != null && header.strip().equals(ASTERISK);
    }
}
