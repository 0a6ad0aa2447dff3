package dev.gradlens.wire.arrays.npz;

import java.util.List;

/** A value in the header of a {@code .npy}, as Python writes it. */
sealed interface Literal {
    /** A string. */
    record Text(String text) implements Literal {}

    /** True or False. */
    record Truth(boolean value) implements Literal {}

    /** A tuple of integers that are not negative. */
    record Tuple(List<Long> items) implements Literal {}

    /** A list, of which nothing is read: the header of a structured datatype has one, and ends there. */
    record Structure() implements Literal {}
}
