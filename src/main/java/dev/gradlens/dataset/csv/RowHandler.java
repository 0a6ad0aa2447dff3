package dev.gradlens.dataset.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.gradlens.wire.InvalidTextException;
import dev.gradlens.wire.TextFaults;
import java.util.ArrayList;
import java.util.List;

/** Takes the cells of a row as the parser finds them, and knows where it is. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final int columns;
    private final TextFaults faults;
    private final List<String> cells = new ArrayList<>();

    /** @param columns as many as there may be */
    RowHandler(int columns, TextFaults faults) {
        this.columns = columns;
        this.faults = faults;
    }

    @Override
    protected void handleBegin(long line) {
        cells.clear();
    }

    @Override
    protected void handleField(int j, char[] buffer, int offset, int length, boolean quoted) {
        if (j >= columns) {
            throw end(j, "The row goes on, and at most %d columns are read".formatted(columns));
        }
        cells.add(new String(buffer, offset, length).strip());
    }

    /** Ends the reading at the cell that was being read. */
    InvalidTextException end(String detail) {
        return end(getFieldCount(), detail);
    }

    private InvalidTextException end(int j, String detail) {
        return faults.end(Math.max(1, Math.toIntExact(getStartingLineNumber())), j + 1, detail);
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(Math.toIntExact(getStartingLineNumber()), cells);
    }
}
