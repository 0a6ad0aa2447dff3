package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who computes an exercise by hand, forward and backward, on plain arrays. Whatever follows from a wrong tensor is
 * computed from the wrong one.
 *
 * @param style of the backward pass through a normalization
 * @param single whether every operation is rounded to a float
 * @param planted the mistakes that are made; of several in one line of code the first one in {@link Lines} is
 */
public record Student(Exercise exercise, Style style, boolean single, List<Planted> planted) {
    public Student {
        planted = List.copyOf(planted);
    }

    /** One who makes no mistake. */
    public static Student of(Exercise exercise) {
        return new Student(exercise, Style.STAGED, false, List.of());
    }

    public Student in(Style other) {
        return new Student(exercise, other, single, planted);
    }

    public Student inSinglePrecision() {
        return new Student(exercise, style, true, planted);
    }

    /** The same with one more mistake. */
    public Student making(Planted mistake) {
        List<Planted> all = new ArrayList<>(planted);
        all.add(mistake);
        return new Student(exercise, style, single, all);
    }

    /**
     * Every tensor on paper, an example in each row and a vector as one row. Not there is what this student did not need
     * (dsigma2 and dmu in the compact style, dZnorm where dZ was taken from dZtilda), and a vector that statistics along the
     * wrong axis (F05) made too long or too short.
     */
    public Map<Site, Values> tensors() {
        StudentNetwork network = new StudentNetwork(this, planted);
        Map<Site, Values> tensors = new TreeMap<>();
        network.sheets().forEach(x -> putForward(tensors, x));
        network.sheets().reversed().forEach(x -> putBackward(tensors, x));
        tensors.put(Site.D_X, ProductLines.dAPrevious(network.sheet(0)).values());
        return Collections.unmodifiableMap(tensors);
    }

    /** The first tensor, in the order of computation, that is not what it is without the mistakes. */
    public Optional<Site> firstWrong() {
        Map<Site, Values> right = new Student(exercise, style, single, List.of()).tensors();
        Map<Site, Values> wrong = tensors();
        return wrong.keySet().stream()
                .filter(site -> !isSame(wrong.get(site), right.get(site)))
                .findFirst();
    }

    private static boolean isSame(@Nullable Values wrong, @Nullable Values right) {
        return wrong != null
                && right != null
                && wrong.columns() == right.columns()
                && Arrays.equals(wrong.rowMajor(), right.rowMajor());
    }

    private static void putForward(Map<Site, Values> tensors, Sheet x) {
        Needed.forward(x).forEach(x::at);
        x.written().forEach((step, tensor) -> put(tensors, x, step, tensor));
    }

    private static void putBackward(Map<Site, Values> tensors, Sheet x) {
        Needed.backward(x).forEach(x::at);
        x.written().forEach((step, tensor) -> put(tensors, x, step, tensor));
    }

    private static void put(Map<Site, Values> tensors, Sheet x, Step step, Grid tensor) {
        if (Needed.isShown(x, step, tensor)) {
            Values values = tensor.values();
            Values shown = step.isMatrix() ? values : Values.row(values.rowMajor());
            tensors.put(new Site(x.given().layer(), step), shown);
        }
    }
}
