package dev.gradlens.dataset.csv;

import dev.gradlens.dataset.DatasetLimits;
import dev.gradlens.dataset.Table;
import dev.gradlens.wire.TextFaults;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a table from CSV: UTF-8 with or without a byte order mark, commas, and quotes as in RFC 4180. */
public final class CsvFile {
    private final CsvChoices choices;
    private final DatasetLimits limits;
    private final LongConsumer memory;
    private final TextFaults faults = new TextFaults();

    private CsvFile(CsvChoices choices, DatasetLimits limits, LongConsumer memory) {
        this.choices = choices;
        this.limits = limits;
        this.memory = memory;
    }

    /**
     * Reads it.
     *
     * @param memory is told of every allocation that is no multiple of the text's length before it is made
     * @throws dev.gradlens.wire.InvalidTextException with everything that is wrong in it
     * @throws dev.gradlens.wire.WrongParameterException if no column is the one that is to hold the labels
     */
    public static Table read(byte[] text, CsvChoices choices, DatasetLimits limits, LongConsumer memory) {
        return new CsvFile(choices, limits, memory).read(text);
    }

    private Table read(byte[] text) {
        CsvRows rows = new CsvRows(text, limits.columns(), faults);
        CsvRow first = rows.next();
        if (first == null) {
            throw faults.end(1, 1, "The file has no rows");
        }
        refuseOtherSeparator(first);
        CsvRow second = rows.next();
        boolean header = Objects.requireNonNullElseGet(choices.header(), () -> isHeader(first, second));
        if (header && second == null) {
            throw faults.end(first.line(), 1, "The file has a header and no rows");
        }
        return header ? table(first, Objects.requireNonNull(second), null, rows) : table(null, first, second, rows);
    }

    private void refuseOtherSeparator(CsvRow first) {
        String line = first.cell(0);
        if (first.size() == 1 && (line.indexOf(';') >= 0 || line.indexOf('\t') >= 0)) {
            throw faults.end(first.line(), 1, "The row has no comma; semicolons and tabs do not part cells");
        }
    }

    /** Whether in some column a word stands above a number, or, where there is nothing below, a word at all. */
    private static boolean isHeader(CsvRow first, @Nullable CsvRow second) {
        int columns = second == null ? first.size() : Math.min(first.size(), second.size());
        for (int j = 0; j < columns; j++) {
            if (Cell.isWord(first.cell(j)) && (second == null || Cell.number(second.cell(j)) != null)) {
                return true;
            }
        }
        return false;
    }

    private Table table(@Nullable CsvRow header, CsvRow first, @Nullable CsvRow second, CsvRows rows) {
        Columns columns = Columns.of(header, first, choices.label(), faults);
        if (columns.features().isEmpty()) {
            throw faults.end(first.line(), 1, "The rows have nothing but a label");
        }
        TableBuilder builder = new TableBuilder(columns, limits.cells(), memory, faults);
        builder.add(first);
        for (CsvRow row = second == null ? rows.next() : second; row != null; row = rows.next()) {
            builder.add(row);
        }
        faults.throwIfAny();
        return builder.table();
    }
}
