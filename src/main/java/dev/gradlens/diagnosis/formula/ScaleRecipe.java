package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;

/**
 * How dgamma or dbeta was computed: Σ dZtilda ⊙ Znorm, or Σ dZtilda, as the choices of its author.
 *
 * @param upstream what stands for dZtilda
 * @param factor what stands for Znorm
 * @param statistics whose Znorm it is
 * @param gammaPower of a gamma that the terms are multiplied by
 * @param sPower of an s that the terms are divided by
 * @param gather what stands for the sum over the batch
 * @param coefficient what the result is multiplied by
 * @param decay how often weight decay of the parameter itself is added
 */
record ScaleRecipe(
        From upstream,
        Factor factor,
        StatisticsChoice statistics,
        int gammaPower,
        int sPower,
        Gather gather,
        double coefficient,
        double decay) {
    static final ScaleRecipe OF_GAMMA =
            new ScaleRecipe(From.D_Z_TILDA, Factor.NORMALIZED, StatisticsChoice.OWN, 0, 0, Gather.SUM, 1, 0);
    static final ScaleRecipe OF_BETA =
            new ScaleRecipe(From.D_Z_TILDA, Factor.ONE, StatisticsChoice.OWN, 0, 0, Gather.SUM, 1, 0);

    /** What may stand for dZtilda. */
    enum From {
        D_Z_TILDA,
        D_A,
        D_A_WITH_SLOPE_AT_Z,
        D_Z
    }

    /** What may stand for Znorm. */
    enum Factor {
        NORMALIZED,
        ONE,
        RAW,
        CENTRED,
        OUTPUT
    }

    /** What may stand for the sum over the batch. */
    enum Gather {
        SUM,
        TOTAL,
        LAST
    }

    ScaleRecipe from(From other) {
        return new ScaleRecipe(other, factor, statistics, gammaPower, sPower, gather, coefficient, decay);
    }

    ScaleRecipe factor(Factor other) {
        return new ScaleRecipe(upstream, other, statistics, gammaPower, sPower, gather, coefficient, decay);
    }

    ScaleRecipe over(StatisticsChoice other) {
        return new ScaleRecipe(upstream, factor, other, gammaPower, sPower, gather, coefficient, decay);
    }

    ScaleRecipe timesGamma() {
        return new ScaleRecipe(upstream, factor, statistics, gammaPower + 1, sPower, gather, coefficient, decay);
    }

    ScaleRecipe dividedByS() {
        return new ScaleRecipe(upstream, factor, statistics, gammaPower, sPower + 1, gather, coefficient, decay);
    }

    ScaleRecipe gathered(Gather other) {
        return new ScaleRecipe(upstream, factor, statistics, gammaPower, sPower, other, coefficient, decay);
    }

    ScaleRecipe times(double c) {
        return new ScaleRecipe(upstream, factor, statistics, gammaPower, sPower, gather, c * coefficient, decay);
    }

    ScaleRecipe withDecay() {
        return new ScaleRecipe(upstream, factor, statistics, gammaPower, sPower, gather, coefficient, decay + 1);
    }

    /** 1×n. */
    Matrix of(Scene scene, Matrix parameter) {
        Kernels k = scene.k();
        Matrix terms = upstream(scene);
        terms = factor == Factor.ONE ? terms : k.multiply(terms, factor(scene));
        for (int power = 0; power < gammaPower; power++) {
            terms = k.multiply(terms, scene.gamma());
        }
        terms = sPower == 0 ? terms : k.divide(terms, Sums.power(k, scene.at(Step.SCALE), sPower));
        Matrix gathered = k.multiply(gathered(scene, terms), coefficient * scene.parameterFactor());
        double lambda = decay * scene.exercise().setup().spec().weightDecay();
        return lambda == 0 ? gathered : k.add(gathered, k.multiply(parameter, lambda));
    }

    private Matrix upstream(Scene scene) {
        return switch (upstream) {
            case D_Z_TILDA -> scene.at(Step.D_Z_TILDA);
            case D_A -> scene.at(Step.D_A);
            case D_Z -> scene.at(Step.D_Z);
            case D_A_WITH_SLOPE_AT_Z -> {
                Matrix slope = scene.slopeAt(scene.at(Step.Z));
                yield slope == null ? scene.at(Step.D_A) : scene.k().multiply(scene.at(Step.D_A), slope);
            }
        };
    }

    private Matrix factor(Scene scene) {
        Kernels k = scene.k();
        return switch (factor) {
            case NORMALIZED ->
                statistics == StatisticsChoice.OWN
                        ? scene.at(Step.Z_NORM)
                        : scene.statistics(statistics).zNorm();
            case ONE -> k.constant(1);
            case RAW -> scene.at(Step.Z);
            case CENTRED -> Statistics.centred(scene);
            case OUTPUT -> scene.at(Step.Z_TILDA);
        };
    }

    private Matrix gathered(Scene scene, Matrix terms) {
        Kernels k = scene.k();
        return switch (gather) {
            case SUM -> k.sum(terms, Axis.ROWS);
            case TOTAL -> Sums.total(k, terms);
            case LAST -> Sums.lastRow(k, terms);
        };
    }
}
