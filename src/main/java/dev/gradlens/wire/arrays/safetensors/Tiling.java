package dev.gradlens.wire.arrays.safetensors;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.bind.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks that the tensors fill the bytes of a file, each byte once.
 *
 * @param length how many bytes there are
 */
record Tiling(long length) {
    private static final Comparator<Entry> IN_FILE =
            Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end);

    /** Names every tensor that overlaps another one or stands behind a hole, and what is left over. */
    void check(List<Entry> entries, Place arrays) {
        if (!arrays.isSound()) {
            return; // where a tensor is that could not be read is not known
        }
        List<Entry> inFile = new ArrayList<>(entries);
        inFile.sort(IN_FILE);
        long next = 0;
        String before = "";
        for (Entry entry : inFile) {
            Place place = arrays.member(entry.name());
            if (entry.begin() < next) {
                place.fault("overlaps the tensor " + Echo.of(before));
            } else if (entry.begin() > next) {
                place.fault("leaves a hole of %d bytes before it".formatted(entry.begin() - next));
            }
            next = Math.max(next, entry.end());
            before = entry.name();
        }
        if (next < length) {
            arrays.fault("has %d bytes behind its last tensor".formatted(length - next));
        }
    }
}
