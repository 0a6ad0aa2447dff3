package dev.gradlens.wire.parts;

import dev.gradlens.wire.BrokenPartsException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Reads {@code multipart/form-data} as RFC 7578 has it, from memory and into memory: nothing is written to a disk. Text
 * before the first part and behind the last, and blanks behind a boundary, are passed over, as RFC 2046, 5.1.1, asks for.
 */
public final class PartsReader {
    /** A request here has two. */
    private static final int PARTS = 16;

    /** Two or three short lines, and a name of a file that may be long. */
    private static final int HEADERS = 4096;

    private static final Pattern BOUNDARY = Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final byte[] HEADERS_END = {'\r', '\n', '\r', '\n'};
    private static final byte[] LAST = {'-', '-'};

    private final byte[] body;
    private final byte[] delimiter;
    private int next;

    private PartsReader(byte[] body, String boundary) {
        this.body = body;
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The parts in their order.
     *
     * @throws BrokenPartsException if they cannot be told from one another
     */
    public static List<Part> read(MediaType type, byte[] body) {
        return new PartsReader(body, boundary(type.getParameter("boundary"))).parts();
    }

    private static String boundary(@Nullable String given) {
        String boundary = given == null ? "" : given.replaceAll("^\"(.*)\"$", "$1");
        if (!BOUNDARY.matcher(boundary).matches()) {
            throw new BrokenPartsException(
                    "Content-Type names no boundary, of 1 to 70 characters, by which the parts of"
                            + " the body could be told from one another.");
        }
        return boundary;
    }

    private List<Part> parts() {
        skipPreamble();
        List<Part> parts = new ArrayList<>();
        while (!skips(LAST)) {
            if (parts.size() == PARTS) {
                throw new BrokenPartsException("The body has more than " + PARTS + " parts.");
            }
            parts.add(part());
        }
        skipBlanks();
        if (next < body.length && !skips(LINE_END)) {
            throw new BrokenPartsException("The body goes on behind its last part without a new line.");
        }
        return parts;
    }

    /** The first boundary has no line before it that it would end, unless there is a preamble. */
    private void skipPreamble() {
        byte[] first = Arrays.copyOfRange(delimiter, LINE_END.length, delimiter.length);
        if (skips(first)) {
            return;
        }
        int preamble = indexOf(delimiter, body.length);
        if (preamble < 0) {
            throw new BrokenPartsException("The body does not hold the boundary that Content-Type names.");
        }
        next = preamble + delimiter.length;
    }

    private void skipBlanks() {
        while (next < body.length && (body[next] == ' ' || body[next] == '\t')) {
            next++;
        }
    }

    private Part part() {
        skipBlanks();
        if (!skips(LINE_END)) {
            throw new BrokenPartsException("The boundary is not followed by a new line, or by -- at the end.");
        }
        int headersEnd = indexOf(HEADERS_END, Math.min(body.length, next + HEADERS));
        if (headersEnd < 0) {
            throw new BrokenPartsException(
                    "A part has no empty line behind its headers, or headers of more than " + HEADERS + " bytes.");
        }
        String headers = new String(body, next, headersEnd - next, StandardCharsets.UTF_8);
        next = headersEnd + HEADERS_END.length;
        int end = indexOf(delimiter, body.length);
        if (end < 0) {
            throw new BrokenPartsException("The body ends before its last part does: it may be cut off.");
        }
        byte[] content = Arrays.copyOfRange(body, next, end);
        next = end + delimiter.length;
        return PartHeaders.parse(headers).with(content);
    }

    private boolean skips(byte[] wanted) {
        boolean here = isAt(next, wanted);
        next += here ? wanted.length : 0;
        return here;
    }

    /** Where something comes next, all of it before an end. It begins with a CR and has no other, which bounds the work. */
    private int indexOf(byte[] wanted, int end) {
        for (int i = next; i <= end - wanted.length; i++) {
            if (body[i] == '\r' && isAt(i, wanted)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(int start, byte[] wanted) {
        return start + wanted.length <= body.length
                && Arrays.equals(body, start, start + wanted.length, wanted, 0, wanted.length);
    }
}
