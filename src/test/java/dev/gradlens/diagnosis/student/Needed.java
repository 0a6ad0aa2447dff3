package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Step;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a student writes down of a layer. */
final class Needed {
    private Needed() {}

    private static final Set<Step> STATISTICS = EnumSet.of(Step.MU, Step.SIGMA2, Step.D_MU, Step.D_SIGMA2);
    private static final Set<Step> PATHS = EnumSet.of(Step.D_MU, Step.D_SIGMA2);

    static List<Step> forward(Sheet x) {
        List<Step> steps = new ArrayList<>(List.of(Step.Z, Step.A));
        if (x.given().isNormalized()) {
            steps.addAll(List.of(Step.SIGMA2, Step.Z_NORM, Step.Z_TILDA));
        }
        if (x.given().isCentred()) {
            steps.add(Step.MU);
        }
        if (x.given().hasRunning() && !takesStatisticsAlongTheWrongAxis(x)) {
            steps.addAll(List.of(Step.RUNNING_MEAN, Step.RUNNING_VARIANCE));
        }
        return steps;
    }

    static List<Step> backward(Sheet x) {
        List<Step> steps = new ArrayList<>(List.of(Step.D_A, Step.D_Z));
        if (x.given().isNormalized()) {
            steps.addAll(List.of(Step.D_GAMMA, Step.D_BETA));
        }
        if (x.given().isNormalized() && !x.makes(Mistake.Z45, Optional.of(1))) {
            steps.add(Step.D_Z_TILDA);
        }
        if (x.given().spec().hasWeights()) {
            steps.add(Step.D_W);
        }
        if (x.given().spec().hasBias()) {
            steps.add(Step.D_B);
        }
        return steps;
    }

    static boolean isShown(Sheet x, Step step, Grid tensor) {
        boolean fits = !STATISTICS.contains(step) || tensor.rows() * tensor.columns() == expected(x);
        boolean atOnce = PATHS.contains(step) && x.style() == Style.COMPACT;
        return step != Step.SCALE && fits && !atOnce;
    }

    private static int expected(Sheet x) {
        return x.given().over() == Over.EXAMPLES ? x.given().units() : x.given().examples();
    }

    private static boolean takesStatisticsAlongTheWrongAxis(Sheet x) {
        return x.makes(Mistake.F05, Optional.empty());
    }
}
