package dev.gradlens.wire.arrays;

import java.util.List;

/**
 * An answer that is given in JSON, or as a file of arrays that holds the rest of the document as a text. It is written only
 * once it is known which of the two the client accepts. In JSON it is what its {@code @JsonValue} gives.
 */
public interface FiledAnswer {
    /** The answer with its tensors apart. */
    Filed filed();

    /**
     * An answer in two.
     *
     * @param document what is written as the text
     * @param arrays that are no longer in it
     */
    record Filed(Object document, List<NamedArray> arrays) {}
}
