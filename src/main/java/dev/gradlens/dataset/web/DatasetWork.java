package dev.gradlens.dataset.web;

import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.generator.Drawing;
import dev.gradlens.wire.Work;

/** What it costs to make a data set or to show a part of one. */
final class DatasetWork {
    /** Drawing a point: two angles and two normal numbers, of some hundred operations each. */
    private static final long DRAWN_ROW = 1000;

    /** X and the labels of a drawing, once as they are computed and once as they are written. */
    private static final long BYTES_OF_A_DRAWN_ROW = 50;

    /** Five passes over a column for its statistics, and the checksum of eight bytes. */
    private static final long KEPT_CELL = 100;

    /** A feature has five entries in an answer. */
    private static final long ENTRIES = 5;

    private DatasetWork() {}

    static Work of(Drawing drawing) {
        return new Work(DRAWN_ROW * drawing.size(), BYTES_OF_A_DRAWN_ROW * drawing.size(), 2 * ENTRIES);
    }

    /** Of one whose numbers have been read; labels are written as doubles. */
    static Work of(Table table) {
        long rows = table.examples().x().rows();
        return new Work(
                KEPT_CELL * table.examples().x().size(),
                Double.BYTES * rows,
                ENTRIES * table.features().size());
    }

    /** Of showing some rows: the file is read whole, and its numbers made of it. */
    static Work of(Dataset dataset, int rows) {
        long shown = (long) rows * (dataset.features().size() + 1);
        return new Work(dataset.bytes(), 2 * dataset.bytes() + Double.BYTES * shown, shown);
    }
}
