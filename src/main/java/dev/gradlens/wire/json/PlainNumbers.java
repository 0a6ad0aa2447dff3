package dev.gradlens.wire.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads arrays of numbers, of which tensors are made, from the bytes of a document while the tokenizer waits behind the
 * opening bracket. It takes only what is plainly right. Before anything else, be it merely unusual, it stops and leaves the
 * last number to be read again, so that the tokenizer finds an array that begins with a number, and says what there is to
 * say. Between rows of equal length, brackets and comma are passed over, since the tokenizer is within a row before and after.
 */
final class PlainNumbers {
    /** Instead of a place in the window: it ended too early. */
    private static final int CUT_OFF = -1;

    /** Instead of a place: the array is closed there. */
    private static final int CLOSED = -2;

    /** Instead of a place: there is something else. */
    private static final int ODD = -3;

    private static final String IN_NUMBERS = "0123456789.-+eE";

    private final ByteWindow window;
    private final Blanks blanks;
    private final PlainNumber number = new PlainNumber();
    private final DecimalRun decimals = new DecimalRun();

    /** Whether what is not taken begins with a number that was added. */
    private boolean beforeKnown;

    /** Whether the next number that is read was added. */
    private boolean known;

    PlainNumbers(ByteWindow window) {
        this.window = window;
        this.blanks = new Blanks(window);
    }

    /** Reads numbers, and stops before the closing bracket at the latest. */
    void read(Doubles numbers) throws IOException {
        read(numbers, null);
    }

    /** Reads a row and those that follow it, and stops before the closing bracket of the last at the latest. */
    void read(Rows rows) throws IOException {
        read(rows.numbers(), rows);
    }

    /** What was passed over by the last reading. */
    Blanks passed() {
        return blanks;
    }

    private void read(Doubles numbers, @Nullable Rows rows) throws IOException {
        blanks.begin();
        beforeKnown = false;
        while (run(numbers, rows) == CUT_OFF && window.fill()) {
            blanks.goBack();
        }
        if (beforeKnown) {
            numbers.removeLast();
        }
    }

    private int run(Doubles numbers, @Nullable Rows rows) {
        known = beforeKnown;
        int at = blanks.pass(window.position());
        while (at >= 0) {
            at = step(at, numbers, rows);
        }
        return at;
    }

    /** Reads numbers and what is behind them, and gives the place of the next. */
    private int step(int from, Doubles numbers, @Nullable Rows rows) {
        int at = known ? from : decimals(from, numbers);
        int end = number.read(window.bytes(), at);
        if (end == PlainNumber.NONE || end >= window.limit()) {
            return isCutOff(at) ? CUT_OFF : ODD;
        }
        take(at, numbers);
        int next = blanks.pass(end);
        return switch (window.bytes()[next]) {
            case ',' -> blanks.pass(next + 1);
            case ']' -> close(next, rows);
            default -> next >= window.limit() ? CUT_OFF : ODD;
        };
    }

    private int decimals(int from, Doubles numbers) {
        int at = decimals.read(window.bytes(), from, numbers);
        if (at > from) {
            blanks.take(decimals.last());
            beforeKnown = true;
        }
        return at;
    }

    private void take(int at, Doubles numbers) {
        if (!known) {
            numbers.add(number.value(), number.isRounded());
        }
        known = false;
        blanks.take(at);
        beforeKnown = true;
    }

    /** Goes on with the row behind a bracket, if there is one and the closed one fits. */
    private int close(int bracket, @Nullable Rows rows) {
        int row = rows == null ? CLOSED : nextRow(bracket);
        if (row == CUT_OFF) {
            return CUT_OFF;
        }
        beforeKnown = false;
        if (rows == null || row == CLOSED || !rows.close()) {
            blanks.take(bracket);
            return CLOSED;
        }
        blanks.pass(blanks.pass(bracket + 1) + 1);
        blanks.take(row);
        return blanks.pass(row);
    }

    /** The place behind the bracket that opens the next row. */
    private int nextRow(int bracket) {
        int comma = blanks.look(bracket + 1);
        int open = window.bytes()[comma] == ',' ? blanks.look(comma + 1) : comma;
        if (open >= window.limit()) {
            return CUT_OFF;
        }
        return open > comma && window.bytes()[open] == '[' ? open + 1 : CLOSED;
    }

    /** Whether all that is left of the window may be the beginning of a number. */
    private boolean isCutOff(int start) {
        int at = start;
        while (at < window.limit() && IN_NUMBERS.indexOf(window.bytes()[at]) >= 0) {
            at++;
        }
        return at >= window.limit();
    }
}
