package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.student.RandomExercises;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.RunningAverage;
import dev.gradlens.network.normalization.RunningAverage.Convention;
import dev.gradlens.network.normalization.VarianceEstimator;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Exercises that are made for one purpose. */
public final class Exercises {
    private Exercises() {}

    /** As the paper has it, with an epsilon that shows. */
    public static BatchNorm batchNorm(double epsilon) {
        RunningAverage running = new RunningAverage(0.9, Convention.KEEP_OLD, VarianceEstimator.UNBIASED);
        return new BatchNorm(new Epsilon(epsilon, Placement.INSIDE_SQRT), VarianceEstimator.BIASED, running);
    }

    /** Another normalization in every layer. */
    public static Exercise normalized(Exercise exercise, UnaryOperator<Normalization> change) {
        return Variant.of(exercise).withAll(change).applied(exercise);
    }

    /** Two layers, 6 examples, everything as the paper has it. */
    public static Exercise plain(double epsilon) {
        List<LayerSpec> layers = List.of(
                new DenseSpec(5, true, batchNorm(epsilon), new Tanh()),
                new DenseSpec(3, true, batchNorm(epsilon), new Tanh()));
        NetworkSpec spec = new NetworkSpec(4, layers, new Upstream(), 0);
        List<LayerParameters<Values>> parameters = List.of(parameters(5, 4), parameters(3, 5));
        Batch batch = new Batch(waves(6, 4, 1.3), waves(6, 3, 2.1));
        return new Exercise(new Setup(spec, parameters, batch, Mode.TRAINING), false);
    }

    private static LayerParameters<Values> parameters(int units, int inputs) {
        return new LayerParameters<>(
                waves(units, inputs, 0.7),
                waves(1, units, 1.1),
                waves(1, units, 3.3).times(1.5).plus(Values.filled(1, units, 1), 2),
                waves(1, units, 0.4),
                waves(1, units, 0.2),
                Values.filled(1, units, 1.5));
    }

    /** Numbers without a pattern that matters. */
    private static Values waves(int rows, int columns, double frequency) {
        double[] entries = new double[rows * columns];
        Arrays.setAll(entries, i -> Math.sin(frequency * (i + 1) * (i + 2)));
        return new Values(rows, columns, entries);
    }

    /** A normalization alone of these numbers, gamma 1 to n, beta 0. */
    public static Exercise alone(Values z, Values upstream, Activation activation) {
        int n = z.columns();
        double[] gamma = new double[n];
        Arrays.setAll(gamma, j -> j + 1);
        NetworkSpec spec =
                new NetworkSpec(n, List.of(new NormalizeSpec(batchNorm(0.1), activation)), new Upstream(), 0);
        LayerParameters<Values> parameters = new LayerParameters<>(
                null, null, Values.row(gamma), Values.filled(1, n, 0), Values.filled(1, n, 0), Values.filled(1, n, 1));
        return new Exercise(new Setup(spec, List.of(parameters), new Batch(z, upstream), Mode.TRAINING), false);
    }

    static Exercise on(Exercise exercise, Batch batch) {
        Setup setup = exercise.setup();
        return new Exercise(
                new Setup(setup.spec(), setup.parameters(), batch, setup.mode()), exercise.meanInParameters());
    }

    /** With the first examples alone. */
    static Exercise cut(long seed, int examples) {
        Exercise exercise = RandomExercises.batchNorm(seed);
        Batch batch = exercise.setup().batch();
        return on(exercise, new Batch(top(batch.x(), examples), top(batch.y(), examples)));
    }

    private static Values top(Values values, int rows) {
        return new Values(rows, values.columns(), Arrays.copyOf(values.rowMajor(), rows * values.columns()));
    }
}
