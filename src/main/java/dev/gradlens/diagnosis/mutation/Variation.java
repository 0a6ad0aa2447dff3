package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.Batch;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/** Puts random numbers, of two decimals, into an exercise in place of its own. */
final class Variation {
    private static final double DECIMALS = 100;

    private final RandomStream random;
    private final Setup setup;
    private final boolean meanInParameters;

    Variation(Exercise exercise, long seed) {
        this.random = new RandomStream(seed, Purpose.PROBE, 1);
        this.setup = exercise.setup();
        this.meanInParameters = exercise.meanInParameters();
    }

    private Exercise with(NetworkSpec spec, List<LayerParameters<Values>> parameters, Batch batch) {
        return new Exercise(new Setup(spec, parameters, batch, setup.mode()), meanInParameters);
    }

    /** Everything. */
    Exercise all() {
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 0; l < setup.parameters().size(); l++) {
            parameters.add(all(l));
        }
        return with(setup.spec(), parameters, new Batch(inputs(), targets()));
    }

    private LayerParameters<Values> all(int l) {
        LayerSpec layer = setup.spec().layers().get(l);
        int n = setup.spec().unitsOf(l);
        int inputs = setup.spec().inputsOf(l);
        boolean normalized = layer.normalization() != null;
        boolean running = layer.normalization() instanceof BatchNorm;
        return new LayerParameters<>(
                layer.hasWeights() ? normal(n, inputs, 0, 1.2 / Math.sqrt(inputs)) : null,
                layer.hasBias() ? normal(1, n, 0, 1) : null,
                normalized ? gamma(n) : null,
                normalized ? normal(1, n, 0, 0.7) : null,
                running ? normal(1, n, 0, 1) : null,
                running ? positive(n) : null);
    }

    /** gamma and beta. */
    Exercise scales() {
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (LayerParameters<Values> layer : setup.parameters()) {
            parameters.add(
                    layer.gamma() == null
                            ? layer
                            : new LayerParameters<>(
                                    layer.w(),
                                    layer.b(),
                                    gamma(layer.gamma().columns()),
                                    normal(1, layer.gamma().columns(), 0, 0.7),
                                    layer.runningMean(),
                                    layer.runningVariance()));
        }
        return with(setup.spec(), parameters, setup.batch());
    }

    /** Y, or the given gradient. */
    Exercise ends() {
        return with(setup.spec(), setup.parameters(), new Batch(setup.batch().x(), targets()));
    }

    /** X, each feature with a mean of its own. */
    Exercise begins() {
        return with(
                setup.spec(),
                setup.parameters(),
                new Batch(inputs(), setup.batch().y()));
    }

    private Values inputs() {
        int n = setup.spec().inputs();
        Values means = normal(1, n, 0, 1);
        Values x = normal(setup.batch().examples(), n, 0, 1.2);
        double[] entries = new double[x.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = rounded(x.rowMajor()[i] + means.rowMajor()[i % n]);
        }
        return new Values(x.rows(), n, entries);
    }

    private Values targets() {
        int m = setup.batch().examples();
        int n = setup.spec().outputs();
        return switch (setup.spec().loss()) {
            case CrossEntropy any -> classes(m, n);
            case SoftmaxCrossEntropy any -> classes(m, n);
            case BinaryCrossEntropy any -> bits(m, n);
            case SigmoidBinaryCrossEntropy any -> bits(m, n);
            default -> normal(m, n, 0.3, 1);
        };
    }

    private Values classes(int m, int n) {
        double[] entries = new double[m * n];
        for (int i = 0; i < m; i++) {
            entries[i * n + (int) (n * random.uniform())] = 1;
        }
        return new Values(m, n, entries);
    }

    private Values bits(int m, int n) {
        double[] entries = new double[m * n];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Math.rint(random.uniform());
        }
        return new Values(m, n, entries);
    }

    private Values normal(int rows, int columns, double mean, double deviation) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = rounded(mean + deviation * random.normal());
        }
        return new Values(rows, columns, entries);
    }

    private Values gamma(int n) {
        double[] entries = new double[n];
        for (int i = 0; i < n; i++) {
            entries[i] = rounded((random.uniform() < 0.5 ? -1 : 1) * (0.4 + 2 * random.uniform()));
        }
        return Values.row(entries);
    }

    private Values positive(int n) {
        double[] entries = new double[n];
        for (int i = 0; i < n; i++) {
            entries[i] = rounded(0.3 + 2 * random.uniform());
        }
        return Values.row(entries);
    }

    private static double rounded(double x) {
        return Math.rint(DECIMALS * x) / DECIMALS;
    }
}
