package dev.gradlens.dataset.csv;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.TextFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that was read.
 *
 * @param line at which it begins, from 1
 * @param cells without blanks around them
 */
record CsvRow(int line, List<String> cells) {
    CsvRow {
        cells = List.copyOf(cells);
    }

    int size() {
        return cells.size();
    }

    String cell(int j) {
        return cells.get(j);
    }

    /** The finite number in a cell; null where there is none, which then has been said. */
    @Nullable
    Double number(int j, TextFaults faults) {
        String cell = cells.get(j);
        Double number = Cell.number(cell);
        if (number == null) {
            fault(j, Cell.isMissing(cell) ? missing(cell) : "must be a finite number, got " + Echo.of(cell), faults);
            return null;
        }
        if (number.isInfinite()) {
            fault(j, "is beyond the range of a double", faults);
            return null;
        }
        return number;
    }

    private static String missing(String cell) {
        String what = cell.isEmpty() ? "is empty" : "has no number, but " + Echo.of(cell);
        return what + "; leave out rows or columns that are not filled, or fill them";
    }

    void fault(int j, String detail, TextFaults faults) {
        faults.add(line, j + 1, detail);
    }
}
