package dev.gradlens.wire;

import java.util.ArrayList;
import java.util.List;

/** Collects everything that is wrong in a body of lines and cells, in the order of finding. Used by one thread at a time. */
public final class TextFaults {
    private final List<TextFault> kept = new ArrayList<>();
    private long further;

    /** Notes a fault; of many the first hundred are named, and the others counted. */
    public void add(int line, int column, String detail) {
        if (kept.size() < Faults.KEPT) {
            kept.add(new TextFault(line, column, detail));
        } else {
            further++;
        }
    }

    /** The refusal that ends the reading of a text here, where something is wrong that leaves the rest without meaning. */
    public InvalidTextException end(int line, int column, String detail) {
        add(line, column, detail);
        return new InvalidTextException(this);
    }

    /** Ends the request here if anything is wrong with its text. */
    public void throwIfAny() {
        if (!kept.isEmpty()) {
            throw new InvalidTextException(this);
        }
    }

    /** The faults that are kept, at most a hundred. */
    public List<TextFault> list() {
        return List.copyOf(kept);
    }

    long further() {
        return further;
    }
}
