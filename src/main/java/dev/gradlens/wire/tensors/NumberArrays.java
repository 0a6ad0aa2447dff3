package dev.gradlens.wire.tensors;

import dev.gradlens.tensor.Cores;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes the numbers of a tensor in arrays, past the generator, which gets their bytes a piece at a time. Those of a large
 * tensor are written by all cores that have nothing else to do.
 */
final class NumberArrays {
    /** Bytes of a piece of what is written on one core; what a generator holds back itself is about as long. */
    private static final int PIECE = 8000;

    /** Numbers of a part that one core writes: some 0.1 ms. */
    private static final int PART = 4096;

    /** Numbers of a tensor that is large enough to wake another core for. */
    private static final int MANY = 8 * PART;

    /** Parts that are written before any is handed over; more than cores, so that none waits long for the last. */
    private static final int PARTS = 8;

    private final NumberRuns runs;
    private final JsonGenerator json;
    private boolean begun;

    private NumberArrays(NumberRuns runs, JsonGenerator json) {
        this.runs = runs;
        this.json = json;
    }

    /** An array of arrays for each axis. */
    static void writeNested(Tensor tensor, JsonGenerator json) {
        write(tensor, NumberRuns.nested(tensor), json);
    }

    /** One array of all numbers. */
    static void writeFlat(Tensor tensor, JsonGenerator json) {
        write(tensor, NumberRuns.flat(tensor), json);
    }

    private static void write(Tensor tensor, NumberRuns runs, JsonGenerator json) {
        if (runs.count() == 0) {
            writeEmpty(runs.axes(), 0, json);
            return;
        }
        NumberArrays arrays = new NumberArrays(runs, json);
        Prepared prepared = tensor.prepared();
        if (prepared != null && prepared.isBegun()) {
            prepared.pieces().forEach(arrays::handOver);
        } else if (tensor.size() < MANY) {
            arrays.writeHere();
        } else {
            arrays.writeLarge();
        }
    }

    private static void writeEmpty(int[] axes, int axis, JsonGenerator json) {
        json.writeStartArray();
        for (int i = 0; axis + 1 < axes.length && i < axes[axis]; i++) {
            writeEmpty(axes, axis + 1, json);
        }
        json.writeEndArray();
    }

    private void writeLarge() {
        int runsOfAPart = runs.having(PART);
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        for (int run = 0; run < runs.count(); run = end) {
            int parts = Cores.all().areSpare() ? PARTS : 1;
            end = Math.min(runs.count(), run + parts * runsOfAPart);
            writeTogether(run, end, runsOfAPart, pieces);
        }
    }

    private void writeTogether(int first, int end, int runsOfAPart, List<Piece> pieces) {
        int parts = Math.ceilDiv(end - first, runsOfAPart);
        while (pieces.size() < parts) {
            pieces.add(new Piece(runsOfAPart * runs.length() + runs.room()));
        }
        Cores.all().run(parts, part -> {
            int from = first + part * runsOfAPart;
            pieces.get(part).setLength(0);
            runs.append(from, Math.min(end, from + runsOfAPart), pieces.get(part));
        });
        for (Piece piece : pieces.subList(0, parts)) {
            handOver(piece);
        }
    }

    private void writeHere() {
        Piece piece = new Piece(Math.min(PIECE, runs.count() * runs.length()) + runs.room());
        for (int run = 0; run < runs.count(); run++) {
            if (piece.room() < runs.room()) {
                handOver(piece);
                piece.setLength(0);
            }
            runs.append(run, run + 1, piece);
        }
        handOver(piece);
    }

    /** Gives a piece away: the first as a value, those that follow as its continuation; a long one past the generator. */
    private void handOver(Piece piece) {
        if (piece.length() > PIECE && json.streamWriteOutputTarget() instanceof OutputStream stream) {
            if (!begun) {
                json.writeRawValue("");
            }
            json.flush();
            try {
                piece.writeUnquotedUTF8(stream);
            } catch (IOException failed) {
                throw JacksonIOException.construct(failed, json);
            }
        } else if (begun) {
            json.writeRaw(piece);
        } else {
            json.writeRawValue(piece);
        }
        begun = true;
    }
}
