package dev.gradlens.wire.tensors;

import static java.util.Objects.requireNonNull;

import dev.gradlens.tensor.Cores;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of an answer's tensors, written by cores to spare while the answer goes out. Whoever needs a piece that nobody
 * has begun writes it. Where no core is to spare, nothing is written here.
 */
public final class PreparedTexts {
    /** Numbers of a part that one core writes: some 0.05 ms. */
    private static final int PART = 2048;

    /** Numbers of a tensor at least: handing over what is shorter takes as long as to write it. */
    private static final int LEAST = 256;

    /** Numbers of all, at least: to wake another core takes as long as to write a quarter of them. */
    private static final int WORTH_WAKING = 8192;

    /** Numbers of all, at most: their text is held in memory, 4 MB of floats and 6 MB of doubles. */
    private static final int MOST = 1 << 18;

    private final List<Part> parts = new ArrayList<>();
    private int numbers;
    private AtomicReferenceArray<@Nullable Piece> pieces = new AtomicReferenceArray<>(0);
    private Cores.@Nullable Begun begun;

    private record Part(NumberRuns runs, int first, int end) {
        Piece write() {
            Piece piece = new Piece((end - first) * runs.length() + runs.room());
            runs.append(first, end, piece);
            return piece;
        }
    }

    /** Notes a tensor, and gives the one that stands in its place in the answer. The next one is written behind it. */
    public Tensor add(Tensor tensor) {
        boolean plain = tensor.encoding() == Encoding.NESTED || tensor.encoding() == Encoding.FLAT;
        if (!plain || tensor.size() < LEAST || tensor.size() > MOST - numbers) {
            return tensor;
        }
        numbers += tensor.size();
        NumberRuns runs = tensor.encoding() == Encoding.NESTED ? NumberRuns.nested(tensor) : NumberRuns.flat(tensor);
        int first = parts.size();
        int runsOfAPart = runs.having(PART);
        for (int run = 0; run < runs.count(); run += runsOfAPart) {
            parts.add(new Part(runs, run, Math.min(runs.count(), run + runsOfAPart)));
        }
        return tensor.prepared(new Prepared(this, first, parts.size()));
    }

    /** All tensors were added, and are about to be written. */
    public void begin() {
        if (numbers >= WORTH_WAKING) {
            pieces = new AtomicReferenceArray<>(parts.size());
            begun = Cores.all()
                    .begin(
                            parts.size(),
                            part -> pieces.set(part, parts.get(part).write()))
                    .orElse(null);
        }
    }

    boolean isBegun() {
        return begun != null;
    }

    /** A piece, once it is there; until then writes others that nobody has begun. */
    Piece await(int part) {
        requireNonNull(begun).workUntil(() -> pieces.get(part) != null);
        return requireNonNull(pieces.get(part));
    }
}
