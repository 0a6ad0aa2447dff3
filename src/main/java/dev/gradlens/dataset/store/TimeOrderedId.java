package dev.gradlens.dataset.store;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/** Random ids whose order as texts is that of the moments at which they were made: UUIDs of version 7 of RFC 9562. */
final class TimeOrderedId {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private TimeOrderedId() {}

    static String of(Instant moment) {
        long time = moment.toEpochMilli() << Short.SIZE;
        return new UUID(time | VERSION | RANDOM.nextInt(1 << 12), VARIANT | RANDOM.nextLong() >>> 2).toString();
    }

    /** Whether a text could be such an id. */
    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }
}
