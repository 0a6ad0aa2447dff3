package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a flat tensor, which may claim more entries than memory has.
 *
 * @param rows m
 * @param columns n; 1 for a vector
 * @param inWords as it was sent, such as {@code 3×4}
 */
record FlatShape(long rows, long columns, String inWords) {

    /** What is expected where a tensor stands. */
    enum Rank {
        VECTOR("[n] or [n, 1]") {
            @Override
            boolean admits(List<Long> shape) {
                return shape.size() == 1 || (shape.size() == 2 && shape.getLast() == 1);
            }
        },
        MATRIX("[rows, columns]") {
            @Override
            boolean admits(List<Long> shape) {
                return shape.size() == 2;
            }
        };

        private final String inWords;

        Rank(String inWords) {
            this.inWords = inWords;
        }

        abstract boolean admits(List<Long> shape);
    }

    /** The shape; null where it is none that is expected, which then has been said. */
    static @Nullable FlatShape of(@Nullable List<@Nullable Long> sent, Rank rank, Place place) {
        if (sent == null) {
            return null;
        }
        for (int i = 0; i < sent.size(); i++) {
            Long length = sent.get(i);
            if (length != null && length < 1) {
                place.item(i).fault("must be at least 1, got " + length);
            }
        }
        return place.isSound()
                ? ofLengths(sent.stream().map(Objects::requireNonNull).toList(), rank, place)
                : null;
    }

    private static @Nullable FlatShape ofLengths(List<Long> lengths, Rank rank, Place place) {
        if (!rank.admits(lengths)) {
            place.fault("must be " + rank.inWords + ", got " + lengths);
            return null;
        }
        String words = String.join("×", lengths.stream().map(String::valueOf).toList());
        return new FlatShape(lengths.getFirst(), lengths.size() == 1 ? 1 : lengths.getLast(), words);
    }

    /** How many entries it has. */
    BigInteger size() {
        return BigInteger.valueOf(rows).multiply(BigInteger.valueOf(columns));
    }

    /** Whether it has so many entries. */
    boolean has(long entries) {
        return size().equals(BigInteger.valueOf(entries));
    }
}
