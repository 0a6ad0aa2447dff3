package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.student.Readings.all;
import static dev.gradlens.diagnosis.student.Readings.one;
import static dev.gradlens.diagnosis.student.Readings.these;
import static dev.gradlens.diagnosis.student.Readings.upTo;

import dev.gradlens.diagnosis.Mistake;
import java.util.List;

/** Ways to make a mistake in dZtilda or dZ. */
final class NormalizationReadings {
    private NormalizationReadings() {}

    static List<Integer> of(Given given, Mistake mistake) {
        return switch (mistake) {
            case Z42 -> one(!given.isIdentity());
            case Z43, Z44 -> one(given.isNormalized() && given.isCurved());
            case Z45 -> upTo(2, given.isNormalized() && given.isCurved());
            case Z01, Z02, Z20, Z21, Z46, Z47 -> one(given.isNormalized());
            case Z18, Z19 -> upTo(2, given.isNormalized());
            case Z14 -> upTo(given.count() == given.examples() ? 1 : 2, given.isNormalized());
            case Z31 -> upTo(given.isFixed() ? 1 : 3, given.isNormalized() && given.epsilon() > 0);
            case Z32 -> one(given.isNormalized() && given.epsilon() > 0);
            case Z52 -> upTo(2, given.isFixed());
            default -> given.isNormalized() && !given.isFixed() ? ofPaths(given, mistake) : List.of();
        };
    }

    private static List<Integer> ofPaths(Given given, Mistake mistake) {
        return switch (mistake) {
            case Z05, Z10, Z11, Z17, Z27, Z28, Z48 -> one(given.isCentred());
            case Z13, Z49, Z50 -> upTo(given.isUnbiased() ? 2 : 1, given.isCentred());
            case Z12, Z16 -> upTo(given.isUnbiased() ? 2 : 1, true);
            case Z22, Z24 -> upTo(given.isEpsilonOutside() ? 2 : 1, true);
            case Z25, Z30, Z51 -> upTo(2, true);
            case Z29 -> upTo(3, true);
            case Z34 -> upTo(2, given.isCentred() && !given.isUnbiased());
            case Z35 -> one(given.isCentred() && !given.isUnbiased());
            case Z36 -> upTo(2, given.isCentred() && given.otherCount() > 1);
            case Z37, Z38, Z40 -> upTo(2, given.otherCount() > 1);
            case Z39 -> upTo(3, given.otherCount() > 1);
            case Z41 -> upTo(2, given.hasRunning());
            case Z33 -> one(given.epsilon() > 0);
            case Z54 -> all(List.of(one(isRounded(1.0 / given.count())), these(isRounded(given.epsilon()), 1, 2)));
            case Z56 -> given.epsilon() > 0 ? Roots.readings(given) : List.of();
            default -> one(true);
        };
    }

    /** Whether single precision changes a number. */
    private static boolean isRounded(double number) {
        return (float) number != number;
    }
}
