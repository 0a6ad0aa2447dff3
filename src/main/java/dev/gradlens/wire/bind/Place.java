package dev.gradlens.wire.bind;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Pointer;

/**
 * Where in a request something stands, and where to say what is wrong with it.
 *
 * @param pointer the place
 * @param faults those of the whole request
 */
public record Place(Pointer pointer, Faults faults) {
    public static Place root(Faults faults) {
        return new Place(Pointer.ROOT, faults);
    }

    public Place member(String name) {
        return new Place(pointer.member(name), faults);
    }

    public Place item(int index) {
        return new Place(pointer.item(index), faults);
    }

    public void fault(String detail) {
        faults.add(pointer, detail);
    }

    /** Whether nothing was found wrong here or within. */
    public boolean isSound() {
        return !faults.hasFaultAtOrBelow(pointer);
    }
}
