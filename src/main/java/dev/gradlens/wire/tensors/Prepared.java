package dev.gradlens.wire.tensors;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text of a tensor among those of an answer.
 *
 * @param texts of the answer
 * @param first of its parts
 * @param end behind the last
 */
record Prepared(PreparedTexts texts, int first, int end) {

    /** Whether its text is being written. */
    boolean isBegun() {
        return texts.isBegun();
    }

    /** The text in order, each piece as soon as it is there. */
    Stream<Piece> pieces() {
        return IntStream.range(first, end).mapToObj(texts::await);
    }
}
