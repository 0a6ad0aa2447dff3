package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.student.Readings.one;
import static dev.gradlens.diagnosis.student.Readings.upTo;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.network.loss.Upstream;
import java.util.List;

/** Ways to make a mistake in dgamma or dbeta. */
final class ScaleReadings {
    private ScaleReadings() {}

    static List<Integer> of(Exercise exercise, Given given, Mistake mistake) {
        return given.isNormalized() ? ofNormalized(exercise, given, mistake) : List.of();
    }

    private static List<Integer> ofNormalized(Exercise exercise, Given given, Mistake mistake) {
        return switch (mistake) {
            case G01, G06 -> one(given.isCentred());
            case G08, B05 -> one(!given.isIdentity());
            case G09 -> upTo(2, given.hasRunning());
            case G11, B06 -> one(given.units() > 1);
            case G14 -> one(given.epsilon() > 0);
            case G15 -> one(given.isCentred() && !given.isUnbiased() && !given.isFixed());
            case G16, B10 -> one(given.isCurved());
            case G17, B11 -> upTo(takesMeanInParameters(exercise) ? 2 : 1, true);
            default -> one(true);
        };
    }

    static boolean takesMeanInParameters(Exercise exercise) {
        return exercise.meanInParameters() && !(exercise.setup().spec().loss() instanceof Upstream);
    }
}
