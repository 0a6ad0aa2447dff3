package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which mistakes can be made in a layer, and in how many ways. */
public final class Readings {
    private Readings() {}

    /** Whether there is what the mistake is about, and the mistake makes a difference. */
    public static boolean applies(Exercise exercise, int layer, Mistake mistake) {
        return !of(exercise, layer, mistake).isEmpty();
    }

    /** Every way to make a mistake in a layer; none where it does not apply. */
    public static List<Planted> of(Exercise exercise, int layer, Mistake mistake) {
        Given given = new Given(exercise.setup(), layer);
        return numbers(exercise, given, mistake).stream()
                .map(reading -> new Planted(layer, mistake, reading))
                .toList();
    }

    /** Every way to make any mistake anywhere. */
    public static Stream<Planted> everywhere(Exercise exercise) {
        return IntStream.range(0, exercise.setup().spec().layers().size())
                .boxed()
                .flatMap(
                        layer -> Stream.of(Mistake.values()).flatMap(mistake -> of(exercise, layer, mistake).stream()));
    }

    /** Those of the backward pass of which digits can tell: all but one that is there for its rounding. */
    public static List<Planted> backward(Exercise exercise) {
        return everywhere(exercise)
                .filter(planted -> planted.mistake() != Mistake.Z54)
                .filter(planted -> !planted.mistake().step().isForward())
                .toList();
    }

    private static List<Integer> numbers(Exercise exercise, Given given, Mistake mistake) {
        return switch (mistake.name().charAt(0)) {
            case 'Z' -> NormalizationReadings.of(given, mistake);
            case 'G', 'B' -> ScaleReadings.of(exercise, given, mistake);
            case 'W' -> ProductReadings.of(given, mistake);
            case 'L' -> LossReadings.of(exercise, given, mistake);
            default -> ForwardReadings.of(given, mistake);
        };
    }

    /** 0 to one less than so many, where a condition holds. */
    static List<Integer> upTo(int count, boolean condition) {
        return condition ? IntStream.range(0, count).boxed().toList() : List.of();
    }

    /** 0, where a condition holds. */
    static List<Integer> one(boolean condition) {
        return upTo(1, condition);
    }

    /** These, where a condition holds. */
    static List<Integer> these(boolean condition, Integer... readings) {
        return condition ? List.of(readings) : List.of();
    }

    static List<Integer> all(List<List<Integer>> readings) {
        return readings.stream().flatMap(List::stream).toList();
    }
}
