package dev.gradlens.dataset.csv;

import org.jspecify.annotations.Nullable;

/**
 * What the sender says of a file.
 *
 * @param header whether the first row names the columns; null where that is to be told from the first two rows
 * @param label the name of the column of labels, or its number from 0; null where that is to be told from the names
 */
public record CsvChoices(@Nullable Boolean header, @Nullable String label) {
    public static final CsvChoices NONE = new CsvChoices(null, null);
}
