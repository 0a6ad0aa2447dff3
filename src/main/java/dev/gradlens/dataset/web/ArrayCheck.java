package dev.gradlens.dataset.web;

import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Count;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.bind.Place;
import org.jspecify.annotations.Nullable;

/** Holds an array against what it is to be; what is wrong is said at its place, and null given then. */
final class ArrayCheck {
    private final NamedArray array;
    private final Place place;

    ArrayCheck(NamedArray array, Place place) {
        this.array = array;
        this.place = place;
    }

    /** A matrix of finite numbers. */
    @Nullable
    Values matrix() {
        if (array.shape().axes() != 2) {
            place.fault("must be a matrix of rows and features, got " + array.shape());
            return null;
        }
        return finite((int) array.shape().length(1));
    }

    /** A matrix of finite numbers, where a vector is a column. */
    @Nullable
    Values columns() {
        return array.shape().axes() == 1 ? finite(1) : matrix();
    }

    private @Nullable Values finite(int columns) {
        if (array.values().length == 0) {
            place.fault("must not be empty, got " + array.shape());
            return null;
        }
        for (int i = 0; i < array.values().length; i++) {
            if (!Double.isFinite(array.values()[i])) {
                entry(i).fault("must be a finite number, got " + array.values()[i]);
            }
        }
        return new Values(array.values().length / columns, columns, array.values());
    }

    /** Whole numbers from 0, fewer than so many. */
    int @Nullable [] labels(int classes) {
        boolean column = array.shape().axes() == 2 && array.shape().length(1) == 1;
        if (array.shape().axes() != 1 && !column) {
            place.fault("must be a vector of a class for each row, got " + array.shape());
            return null;
        }
        int[] labels = new int[array.values().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) array.values()[i];
            if (labels[i] != array.values()[i] || labels[i] < 0 || labels[i] >= classes) {
                entry(i).fault("must be a class from 0 to %d, got %s".formatted(classes - 1, array.values()[i]));
            }
        }
        return labels;
    }

    /** There has to be a row for each row of X, if that is known. */
    void requireRows(@Nullable Values x) {
        if (x != null && array.shape().axes() > 0 && array.shape().length(0) != x.rows()) {
            place.fault("has %s, expected %d as X has"
                    .formatted(Count.of((int) array.shape().length(0), "row", "rows"), x.rows()));
        }
    }

    private Place entry(int i) {
        if (array.shape().axes() == 1) {
            return place.item(i);
        }
        int columns = (int) array.shape().length(1);
        return place.item(i / columns).item(i % columns);
    }
}
