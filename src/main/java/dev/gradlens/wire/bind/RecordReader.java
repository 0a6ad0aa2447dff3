package dev.gradlens.wire.bind;

import dev.gradlens.wire.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a JSON value and names everything that is wrong, rather than the first thing. A record may hold
 * {@code Double}, {@code Integer}, {@code Long}, {@code Boolean}, {@code String}, enumerations, records, sealed families
 * of records, lists of these, and types that read themselves ({@link FromJson}).
 *
 * <p>A component is required unless it is {@code @Nullable}. One that is missing or faulty is null in the result
 * whatever its declaration says, so the record's own code has to bear nulls. {@code @Min}, {@code @Max},
 * {@code @DecimalMin}, {@code @DecimalMax}, {@code @Positive}, {@code @PositiveOrZero} and {@code @Size} on a component
 * are heeded.
 */
public final class RecordReader {
    private RecordReader() {}

    /** Null where nothing could be read, which then is a fault at the place. */
    public static <T> @Nullable T read(Class<T> type, JsonValue value, Place place) {
        return type.cast(Bindings.of(type).bindAny(value, place));
    }
}
