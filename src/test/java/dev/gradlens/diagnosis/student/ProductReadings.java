package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.student.Readings.all;
import static dev.gradlens.diagnosis.student.Readings.one;
import static dev.gradlens.diagnosis.student.Readings.these;
import static dev.gradlens.diagnosis.student.Readings.upTo;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.network.NetworkSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Ways to make a mistake in the products around a normalization. */
final class ProductReadings {
    private ProductReadings() {}

    static List<Integer> of(Given given, Mistake mistake) {
        boolean weights = given.spec().hasWeights();
        boolean decay = given.setup().spec().weightDecay() != 0;
        return switch (mistake) {
            case W01 -> upTo(2, weights && given.isNormalized());
            case W02 -> weights ? inputsOfThisWidth(given) : List.of();
            case W03, W04 -> factors(given, weights, decay);
            case W05 -> upTo(decay ? 2 : 1, weights);
            case W06 -> ofEveryConstant(factors(given, weights, decay));
            case W07 -> transposed(given, weights, decay);
            case W08 -> upTo(3, given.hasRunning() && given.spec().hasBias());
            case W09 -> all(List.of(these(decay && weights, 0, 1), these(decay && given.isNormalized(), 2, 3)));
            default -> given.isCurved() ? masksOfThisWidth(given) : List.of();
        };
    }

    private static List<Integer> factors(Given given, boolean weights, boolean decay) {
        boolean shift = given.spec().hasBias() && !given.hasRunning(); // else db is 0
        return all(List.of(one(weights), these(weights && decay, 1), these(shift, 2)));
    }

    private static List<Integer> ofEveryConstant(List<Integer> factors) {
        return IntStream.range(0, ProductLines.CONSTANTS.length)
                .boxed()
                .flatMap(constant -> factors.stream().map(factor -> 3 * constant + factor))
                .toList();
    }

    private static List<Integer> transposed(Given given, boolean weights, boolean decay) {
        boolean square = given.units() == given.inputs() && given.units() > 1;
        return all(List.of(
                one(weights && given.units() * given.inputs() > 1),
                these(weights && square, 1),
                these(weights && square && decay, 2)));
    }

    private static List<Integer> inputsOfThisWidth(Given given) {
        NetworkSpec spec = given.setup().spec();
        return IntStream.rangeClosed(0, spec.layers().size())
                .filter(l -> l != given.layer() && widthOfInput(spec, l) == given.inputs())
                .boxed()
                .toList();
    }

    /** Of what layer l takes, or would take if there were one more. */
    private static int widthOfInput(NetworkSpec spec, int l) {
        return l == 0 ? spec.inputs() : spec.unitsOf(l - 1);
    }

    private static List<Integer> masksOfThisWidth(Given given) {
        return IntStream.range(0, given.setup().spec().layers().size())
                .filter(l -> l != given.layer() && given.setup().spec().unitsOf(l) == given.units())
                .boxed()
                .flatMap(l -> masks(given, new Given(given.setup(), l)).stream())
                .toList();
    }

    private static List<Integer> masks(Given given, Given other) {
        boolean another = other.isCurved() && !other.activation().equals(given.activation());
        return another ? List.of(2 * other.layer(), 2 * other.layer() + 1) : List.of(2 * other.layer());
    }
}
