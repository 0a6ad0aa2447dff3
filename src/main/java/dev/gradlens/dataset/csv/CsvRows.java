package dev.gradlens.dataset.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.gradlens.wire.RefusedException;
import dev.gradlens.wire.TextFaults;
import dev.gradlens.wire.json.NotUtf8Exception;
import dev.gradlens.wire.json.Utf8Reader;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The rows of a text, one after the other; lines without anything in them are passed over. */
final class CsvRows {
    /** Characters of a cell: no number and no name has so many, and a quote that is never closed ends here. The parser takes no less. */
    private static final int CELL = 1 << 16;

    private final RowHandler handler;
    private final CloseableIterator<CsvRow> rows;

    CsvRows(byte[] text, int columns, TextFaults faults) {
        if (isUtf16(text)) {
            throw faults.end(1, 1, "The file is in UTF-16 and has to be in UTF-8; Excel saves it as \"CSV UTF-8\"");
        }
        this.handler = new RowHandler(columns, faults);
        this.rows = CsvReader.builder()
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(CELL)
                .build(handler, new Utf8Reader(new ByteArrayInputStream(text)))
                .iterator();
    }

    /** Told by the byte order mark, or by an ASCII character of which one of two bytes is 0. */
    private static boolean isUtf16(byte[] text) {
        if (text.length < 2) {
            return false;
        }
        int first = text[0] & 0xFF;
        int second = text[1] & 0xFF;
        return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF) || first == 0 || second == 0;
    }

    /**
     * The next row, null at the end.
     *
     * @throws RefusedException if the text cannot be taken apart from here on, or there is no memory for it
     */
    @Nullable
    CsvRow next() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (CsvParseException broken) {
            if (broken.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw handler.end(
                    "is longer than %d characters, or quoted wrongly: a quote has to be closed, and a comma or the"
                                    .formatted(CELL)
                            + " end of the line has to follow it");
        } catch (UncheckedIOException failed) {
            if (failed.getCause() instanceof NotUtf8Exception) {
                throw handler.end("has bytes that are not UTF-8");
            }
            throw failed;
        }
    }
}
