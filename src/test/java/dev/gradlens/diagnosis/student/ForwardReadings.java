package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.student.Readings.all;
import static dev.gradlens.diagnosis.student.Readings.one;
import static dev.gradlens.diagnosis.student.Readings.these;
import static dev.gradlens.diagnosis.student.Readings.upTo;

import dev.gradlens.diagnosis.Mistake;
import java.util.List;

/** Ways to make a mistake in forward. */
final class ForwardReadings {
    private ForwardReadings() {}

    static List<Integer> of(Given given, Mistake mistake) {
        return given.isNormalized() ? ofNormalized(given, mistake) : List.of();
    }

    private static List<Integer> ofNormalized(Given given, Mistake mistake) {
        boolean several = given.otherCount() > 1 && !given.isFixed();
        return switch (mistake) {
            case F01 -> all(List.of(these(several && given.isCentred(), 0, 1, 2, 3), these(several, 4, 5)));
            case F02 -> one(given.epsilon() > 0);
            case F03 -> upTo(2, true);
            case F04 -> one(given.isCentred() && !given.isFixed());
            case F05 -> upTo(2, several);
            case F06 -> upTo(3, given.examples() == given.units());
            case F07 -> upTo(2, given.isCentred() && !given.isFixed());
            case R01 -> one(given.hasRunning() && given.kept() != 0.5);
            default -> one(given.hasRunning());
        };
    }
}
