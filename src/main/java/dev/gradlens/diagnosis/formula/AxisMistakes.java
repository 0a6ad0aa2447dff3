package dev.gradlens.diagnosis.formula;

import static dev.gradlens.diagnosis.Mistake.*;
import static dev.gradlens.diagnosis.formula.StatisticsChoice.*;

import java.util.List;
import java.util.function.UnaryOperator;

/** The mistakes in dZ that are made in the axis of a mean: none, all entries, the other one. */
final class AxisMistakes extends PathEdits {
    private final Scene scene;

    AxisMistakes(Scene scene) {
        this.scene = scene;
        addAxes();
    }

    private void addAxes() {
        for (int inside = 0; inside <= 1; inside++) {
            int power = inside;
            String detail = inside == 0 ? "before the division by s" : "behind the division by s";
            add(Z36, detail, mean(path -> path.reduced(Reduction.TOTAL_OVER_COUNT, power)));
        }
        for (int inside = 0; inside <= 2; inside++) {
            int power = inside;
            String detail = "with s to the power of %d in the sum".formatted(inside);
            add(Z37, detail, variance(path -> path.reduced(Reduction.TOTAL_OVER_COUNT, power)));
            addReading(
                    Z37,
                    detail + ", the slope of s too",
                    variance(path ->
                            path.reduced(Reduction.TOTAL_OVER_COUNT, power).withSlopeInside()));
            for (int inMean = 0; inMean <= 1; inMean++) {
                addMeansOverEverything(inMean, inside);
            }
        }
        add(Z39, both(recipe -> recipe.over(OTHER_AXIS), whole(Whole::alongOtherAxis)));
        addReading(Z39, "the means only", whole(Whole::alongOtherAxis));
        addReading(
                Z39,
                "the means only, behind the division by s",
                both(
                        whole(Whole::alongOtherAxis),
                        both(
                                mean(path -> path.reduced(Reduction.MEAN, 1)),
                                variance(path -> path.reduced(Reduction.MEAN, 2).withSlopeInside()))));
        for (StatisticsChoice all : List.of(OF_ALL, SUM_OF_ALL, SUM_OF_ALL_IN_MEAN)) {
            addGlobal(all);
        }
    }

    private void addMeansOverEverything(int inMean, int inVariance) {
        String detail = "with s to the powers of %d and %d in the sums".formatted(inMean, inVariance);
        UnaryOperator<Recipe> ofMean =
                scene.isRms() ? UnaryOperator.identity() : mean(path -> path.reduced(Reduction.MEAN_OF_ALL, inMean));
        UnaryOperator<Recipe> change = both(ofMean, variance(path -> path.reduced(Reduction.MEAN_OF_ALL, inVariance)));
        add(new Edit<>(Z38, detail, inMean == inVariance, change));
        addReading(Z38, detail + ", the slope of s too", both(change, variance(Path::withSlopeInside)));
    }

    private void addGlobal(StatisticsChoice all) {
        String statistics = switch (all) {
            case OF_ALL -> "the mean of all entries";
            case SUM_OF_ALL -> "the sum of all entries over m";
            default -> "the sum of all entries over m for the mean alone";
        };
        for (Reduction reduction : Reduction.values()) {
            UnaryOperator<Recipe> reduced =
                    both(mean(path -> path.reduced(reduction, 0)), variance(path -> path.reduced(reduction, 0)));
            boolean isMain = all != SUM_OF_ALL_IN_MEAN && reduction == Reduction.MEAN_OF_ALL;
            add(new Edit<>(
                    Z40,
                    statistics + ", means in backward: "
                            + switch (reduction) {
                                case MEAN -> "right";
                                case TOTAL_OVER_COUNT -> "sums of all over m";
                                case MEAN_OF_ALL -> "of all entries";
                            },
                    isMain,
                    both(recipe -> recipe.over(all), reduced)));
        }
    }
}
