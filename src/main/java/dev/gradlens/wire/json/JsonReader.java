package dev.gradlens.wire.json;

import dev.gradlens.wire.UnreadableException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one document strictly as RFC 8259 has it, in UTF-8: no key twice in an object, no NaN, no comments, nothing
 * after the end. A byte order mark is passed over, since editors of some systems write one.
 */
public final class JsonReader {
    /** Digits of a number: exact decimals of doubles have up to 1,074 after the point. */
    private static final int NUMBER_LENGTH = 4096;

    private final JsonFactory factory;
    private final int nesting;

    /** @param nesting how deep arrays and objects may lie in one another */
    public JsonReader(int nesting) {
        this.nesting = nesting;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(constraints(nesting))
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .build();
    }

    /**
     * Reads a stream to its end and leaves it open.
     *
     * @throws UnreadableException if it is not JSON
     * @throws java.io.UncheckedIOException if the stream fails
     */
    public JsonValue read(InputStream body) {
        ByteWindow window = new ByteWindow(body);
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), new Utf8Reader(window))) {
            return new TreeReader(new Tokens(parser, new PlainNumbers(window)), nesting).document();
        }
    }

    /**
     * Reads a text in UTF-8.
     *
     * @throws UnreadableException if it is not JSON
     */
    public JsonValue read(byte[] text) {
        return read(new ByteArrayInputStream(text));
    }

    /** The tree reader counts levels itself and refuses in its own words, one level before the tokenizer would. */
    private static StreamReadConstraints constraints(int nesting) {
        return StreamReadConstraints.builder()
                .maxNestingDepth(nesting + 1)
                .maxNumberLength(NUMBER_LENGTH)
                .build();
    }
}
