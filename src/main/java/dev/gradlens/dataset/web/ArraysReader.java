package dev.gradlens.dataset.web;

import dev.gradlens.dataset.DatasetLimits;
import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Table;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.PostedArrays;
import dev.gradlens.wire.bind.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a table of a file of arrays: X, and labels or Y. */
final class ArraysReader {
    private static final String X = "X";
    private static final String LABELS = "labels";
    private static final String Y = "Y";

    private final Place root;
    private final DatasetLimits limits;
    private final Map<String, NamedArray> arrays = new HashMap<>();

    private ArraysReader(PostedArrays posted, DatasetLimits limits) {
        this.root = new Place(Pointer.of("arrays"), posted.faults());
        this.limits = limits;
        posted.arrays().forEach(array -> arrays.put(array.name(), array));
    }

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    static Table read(PostedArrays posted, DatasetLimits limits) {
        return new ArraysReader(posted, limits).read();
    }

    private Table read() {
        arrays.keySet().stream()
                .filter(name -> !name.equals(X) && !name.equals(LABELS) && !name.equals(Y))
                .forEach(name -> root.member(name).fault("is none of the arrays of a data set: X, and labels or Y"));
        if (arrays.containsKey(LABELS) && arrays.containsKey(Y)) {
            root.member(Y).fault("stands beside labels; give one of the two");
        }
        Values x = x();
        Targets targets = targets(x);
        root.faults().throwIfAny();
        return Table.unnamed(new Examples(Objects.requireNonNull(x), Objects.requireNonNull(targets)));
    }

    private @Nullable Values x() {
        Place place = root.member(X);
        NamedArray array = arrays.get(X);
        if (array == null) {
            if (place.isSound()) {
                place.fault("is missing");
            }
            return null;
        }
        Values x = new ArrayCheck(array, place).matrix();
        if (x != null && (x.columns() > limits.columns() || x.size() > limits.cells())) {
            place.fault("is %s, and at most %d columns and %d numbers are read"
                    .formatted(array.shape(), limits.columns(), limits.cells()));
        }
        return x;
    }

    private @Nullable Targets targets(@Nullable Values x) {
        if (arrays.containsKey(LABELS)) {
            ArrayCheck check = new ArrayCheck(arrays.get(LABELS), root.member(LABELS));
            int[] labels = check.labels(DatasetLimits.CLASSES);
            check.requireRows(x);
            return labels == null ? null : new Targets.Classes(labels);
        }
        if (arrays.containsKey(Y)) {
            ArrayCheck check = new ArrayCheck(arrays.get(Y), root.member(Y));
            Values y = check.columns();
            check.requireRows(x);
            return y == null ? null : new Targets.Numbers(y);
        }
        return new Targets.None();
    }
}
