package dev.gradlens.wire.setup;

import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.json.JsonValue;
import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import dev.gradlens.wire.json.JsonValue.JsonNumbers;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an array belongs in a request, by its name.
 *
 * @param layer whose parameter it is, from 0; {@link #BATCH} for the batch, {@link #STANDARDIZATION} for a model's
 * @param field within that
 */
record ArrayPlace(int layer, String field) {
    static final int BATCH = -1;
    static final int STANDARDIZATION = -2;

    private static final Pattern OF_A_LAYER =
            Pattern.compile("(W|b|gamma|beta|runningMean|runningVariance)([1-9][0-9]{0,8})");
    private static final Set<String> OF_THE_BATCH = Set.of("X", "Y", "labels", "upstream");
    private static final Map<String, String> OF_A_STANDARDIZATION =
            Map.of("standardizationMean", "mean", "standardizationStd", "std");
    private static final Set<String> MATRICES = Set.of("X", "Y", "upstream", "W");

    static final String NAMES = "X, Y, labels, upstream, and W1, b1, gamma1, beta1, runningMean1, runningVariance1 of"
            + " layer 1 and so on, and a model standardizationMean and standardizationStd";

    /** Null where the name is none of these. */
    static @Nullable ArrayPlace of(String name) {
        if (OF_THE_BATCH.contains(name)) {
            return new ArrayPlace(BATCH, name);
        }
        if (OF_A_STANDARDIZATION.containsKey(name)) {
            return new ArrayPlace(STANDARDIZATION, Objects.requireNonNull(OF_A_STANDARDIZATION.get(name)));
        }
        Matcher parameter = OF_A_LAYER.matcher(name);
        return parameter.matches()
                ? new ArrayPlace(Integer.parseInt(parameter.group(2)) - 1, parameter.group(1))
                : null;
    }

    boolean isOfALayer() {
        return layer >= 0;
    }

    /** The member of a request that has it, where it is no parameter of a layer. */
    String holder() {
        return layer == BATCH ? "batch" : "standardization";
    }

    Pointer pointer() {
        return isOfALayer()
                ? Pointer.of("parameters", "layers").item(layer).member(field)
                : Pointer.of(holder(), field);
    }

    /** The array as it would stand in JSON; null where it has no fitting shape, which is said at the place. */
    @Nullable
    JsonValue value(NamedArray array, Place place) {
        boolean matrix = MATRICES.contains(field);
        boolean column = array.shape().axes() == 2 && array.shape().length(1) == 1;
        if (array.values().length == 0) {
            place.fault("must not be empty, got " + array.shape());
        } else if (matrix && array.shape().axes() != 2) {
            place.fault("must be a matrix, got " + array.shape());
        } else if (!matrix && array.shape().axes() != 1 && !column) {
            place.fault("must be a vector, or a column such as 3×1, got " + array.shape());
        } else {
            requireFinite(array, place);
            return array.shape().axes() == 1
                    ? new JsonNumbers(array.values())
                    : new JsonMatrix((int) array.shape().length(1), array.values());
        }
        return null;
    }

    private static void requireFinite(NamedArray array, Place place) {
        for (int i = 0; i < array.values().length; i++) {
            if (!Double.isFinite(array.values()[i])) {
                entry(array, i, place).fault("must be a finite number, got " + array.values()[i]);
            }
        }
    }

    private static Place entry(NamedArray array, int i, Place place) {
        int columns = array.shape().axes() == 1 ? 1 : (int) array.shape().length(1);
        return array.shape().axes() == 1
                ? place.item(i)
                : place.item(i / columns).item(i % columns);
    }
}
