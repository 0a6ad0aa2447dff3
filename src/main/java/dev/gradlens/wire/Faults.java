package dev.gradlens.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects everything that is wrong in one request, in the order of finding. Of two faults at one pointer the first is
 * kept, since the second is as a rule its consequence. Used by one thread at a time.
 */
public final class Faults {
    /** As many as a person reads, and a bound on the answer to a hostile body. */
    static final int KEPT = 100;

    private final Map<Pointer, Fault> kept = new LinkedHashMap<>();
    private final Map<Pointer, Pointer> shown = new LinkedHashMap<>();
    private long further;

    public void add(Pointer pointer, String detail) {
        if (kept.size() < KEPT) {
            kept.putIfAbsent(pointer, new Fault(pointer, detail));
        } else if (!kept.containsKey(pointer)) {
            further++;
        }
    }

    /**
     * Shows what is wrong at a place or within it, from now on and so far, elsewhere: where the client gave it. What was
     * said elsewhere counts as said at the place.
     */
    public void show(Pointer place, Pointer elsewhere) {
        shown.put(place, elsewhere);
        for (Fault said : List.copyOf(kept.values())) {
            if (elsewhere.holds(said.pointer())) {
                kept.remove(said.pointer());
                add(said.pointer().moved(elsewhere, place), said.detail());
            }
        }
    }

    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /** The faults that are kept, at most a hundred. */
    public List<Fault> list() {
        return kept.values().stream().map(this::shown).toList();
    }

    private Fault shown(Fault fault) {
        for (Map.Entry<Pointer, Pointer> moved : shown.entrySet()) {
            if (moved.getKey().holds(fault.pointer())) {
                return new Fault(fault.pointer().moved(moved.getKey(), moved.getValue()), fault.detail());
            }
        }
        return fault;
    }

    /** How many were found beyond those that are kept. */
    public long further() {
        return further;
    }

    public boolean hasFaultAt(Pointer pointer) {
        return kept.containsKey(pointer);
    }

    /**
     * Whether anything is wrong at a place or within it. Once some faults were only counted it is unknown where those
     * lie, so the answer is yes everywhere.
     */
    public boolean hasFaultAtOrBelow(Pointer pointer) {
        return further > 0 || kept.keySet().stream().anyMatch(pointer::holds);
    }

    /** Ends the request here if anything is wrong with it. */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidRequestException(this);
        }
    }
}
