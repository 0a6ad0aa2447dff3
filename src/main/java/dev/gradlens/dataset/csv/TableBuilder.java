package dev.gradlens.dataset.csv;

import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Count;
import dev.gradlens.wire.TextFaults;
import java.util.List;
import java.util.function.LongConsumer;

/** Gathers the numbers of rows. */
final class TableBuilder {
    private final Columns columns;
    private final int mostCells;
    private final TextFaults faults;
    private final Growing x;
    private final LabelColumn labels;
    private int rows;

    TableBuilder(Columns columns, int mostCells, LongConsumer memory, TextFaults faults) {
        this.columns = columns;
        this.mostCells = mostCells;
        this.faults = faults;
        this.x = new Growing(memory);
        this.labels = new LabelColumn(columns.label(), memory, faults);
    }

    /** Takes a row; what is wrong with it is said. */
    void add(CsvRow row) {
        if ((long) ++rows * columns.count() > mostCells) {
            throw faults.end(
                    row.line(),
                    1,
                    "The file has more than %d cells, which is the most that is read".formatted(mostCells));
        }
        if (row.size() != columns.count()) {
            int parting = Math.min(row.size(), columns.count());
            row.fault(parting, ragged(row.size(), columns.count()), faults);
            return;
        }
        for (int j = 0; j < columns.count(); j++) {
            if (j == columns.label()) {
                labels.add(row);
            } else {
                addNumber(row, j);
            }
        }
    }

    private static String ragged(int cells, int columns) {
        return "The row has %s, expected %d as in the first row".formatted(Count.of(cells, "cell", "cells"), columns);
    }

    private void addNumber(CsvRow row, int j) {
        Double number = row.number(j, faults);
        if (number != null) {
            x.add(number);
        }
    }

    /** What was gathered; to be asked once all rows are there and sound. */
    Table table() {
        List<String> features = columns.features();
        Values values = new Values(rows, features.size(), x.toArray());
        LabelColumn.Labels read = columns.label() == Columns.NONE
                ? new LabelColumn.Labels(new Targets.None(), List.of())
                : labels.labels();
        return new Table(features, read.classNames(), new Examples(values, read.targets()));
    }
}
