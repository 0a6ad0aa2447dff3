package dev.gradlens.diagnosis.student;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.LeakyRelu;
import dev.gradlens.network.activation.Softmax;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RmsNorm;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;

/** What is declared of one layer of an exercise. */
record Given(Setup setup, int layer) {

    LayerSpec spec() {
        return setup.spec().layers().get(layer);
    }

    LayerParameters<Values> parameters() {
        return setup.parameters().get(layer);
    }

    Activation activation() {
        return spec().activation();
    }

    boolean isIdentity() {
        return activation() instanceof Identity;
    }

    /** Whether the activation treats every entry alone, and not all alike. */
    boolean isCurved() {
        return !isIdentity()
                && !(activation() instanceof Softmax)
                && !activation().equals(new LeakyRelu(1));
    }

    boolean isLast() {
        return layer == setup.spec().layers().size() - 1;
    }

    int examples() {
        return setup.batch().examples();
    }

    int inputs() {
        return setup.spec().inputsOf(layer);
    }

    int units() {
        return setup.spec().unitsOf(layer);
    }

    boolean isNormalized() {
        return spec().normalization() != null;
    }

    Normalization normalization() {
        return requireNonNull(spec().normalization());
    }

    boolean isBatchNorm() {
        return spec().normalization() instanceof BatchNorm;
    }

    /** Whether there is a mean to be subtracted. */
    boolean isCentred() {
        return isNormalized() && !(normalization() instanceof RmsNorm);
    }

    /** Whether the statistics are the running ones, which do not depend on Z. */
    boolean isFixed() {
        return isBatchNorm() && setup.mode() == Mode.INFERENCE;
    }

    /** Whether there are running statistics that this batch changes. */
    boolean hasRunning() {
        return isBatchNorm() && !isFixed();
    }

    /** What mean and variance are taken over. */
    Over over() {
        return isBatchNorm() ? Over.EXAMPLES : Over.UNITS;
    }

    /** Of the numbers that are normalized together. */
    int count() {
        return over().count(examples(), units());
    }

    /** Of those along the other axis. */
    int otherCount() {
        return over().other().count(examples(), units());
    }

    double epsilon() {
        return normalization().epsilon().value();
    }

    boolean isEpsilonOutside() {
        return normalization().epsilon().placement() == Epsilon.Placement.OUTSIDE_SQRT;
    }

    boolean isUnbiased() {
        return switch (normalization()) {
            case BatchNorm batch -> batch.varianceEstimator() == VarianceEstimator.UNBIASED;
            case LayerNorm units -> units.varianceEstimator() == VarianceEstimator.UNBIASED;
            case RmsNorm ignored -> false;
        };
    }

    RunningAverage running() {
        return ((BatchNorm) normalization()).running();
    }

    /** The part of the old running statistics that stays. */
    double kept() {
        RunningAverage running = running();
        return running.convention() == Convention.KEEP_OLD ? running.momentum() : 1 - running.momentum();
    }

    boolean isRunningVarianceUnbiased() {
        return running().varianceEstimator() == VarianceEstimator.UNBIASED;
    }
}
