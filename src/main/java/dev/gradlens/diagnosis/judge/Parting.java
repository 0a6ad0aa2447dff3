package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.PartingBatch;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.judge.Comparison.Tier;
import dev.gradlens.network.Batch;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks for a batch on which mistakes give different numbers that give the same on another: normal inputs far from the mean
 * and wide, of more and less examples, with the network and its parameters as they are.
 */
final class Parting {
    /** Tried one after the other. */
    private static final int TRIES = 6;

    /** Small, so that it can be read; of different size, so that 2, m, n and so on differ. */
    private static final int[] EXAMPLES = {5, 7, 3};

    /** What two digits show. */
    private static final double CLEARLY = 0.02;

    /** And nothing that rounding may do. */
    private static final double BEYOND_NOISE = 1e6;

    private static final long SEED = 20150211;

    private final Exercise exercise;
    private final KernelsProvider provider;

    Parting(Exercise exercise, KernelsProvider provider) {
        this.exercise = exercise;
        this.provider = provider;
    }

    /** Of candidates that fitted the same tensor. */
    Optional<PartingBatch> of(List<Candidate> alike) {
        RandomStream random = new RandomStream(SEED, Purpose.BATCH, 0);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Batch batch = batch(random, EXAMPLES[attempt % EXAMPLES.length], 1 + attempt);
            Setup setup = exercise.setup();
            Setup other = new Setup(setup.spec(), setup.parameters(), batch, setup.mode());
            if (parts(new Sheet(exercise.with(other), provider), alike)) {
                return Optional.of(new PartingBatch(batch));
            }
        }
        return Optional.empty();
    }

    private Batch batch(RandomStream random, int examples, double offset) {
        NetworkSpec spec = exercise.setup().spec();
        Values x = normal(random, examples, spec.inputs(), offset);
        int outputs = spec.outputs();
        return new Batch(
                x,
                switch (spec.loss()) {
                    case CrossEntropy any -> classes(random, examples, outputs);
                    case SoftmaxCrossEntropy any -> classes(random, examples, outputs);
                    case BinaryCrossEntropy any -> bits(random, examples, outputs);
                    case SigmoidBinaryCrossEntropy any -> bits(random, examples, outputs);
                    default -> normal(random, examples, outputs, 0.5);
                });
    }

    /** To three decimals, so that they can be read. */
    private static Values normal(RandomStream random, int rows, int columns, double offset) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Math.rint(1000 * (offset + 1.5 * random.normal())) / 1000;
        }
        return new Values(rows, columns, entries);
    }

    private static Values classes(RandomStream random, int rows, int columns) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            entries[i * columns + (int) (columns * random.uniform())] = 1;
        }
        return new Values(rows, columns, entries);
    }

    private static Values bits(RandomStream random, int rows, int columns) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = Math.rint(random.uniform());
        }
        return new Values(rows, columns, entries);
    }

    /** Whether every two of them differ in the tensor in which they were made, or in what is behind. */
    private static boolean parts(Sheet sheet, List<Candidate> alike) {
        List<Candidate> there = new ArrayList<>();
        for (Candidate candidate : alike) {
            Optional<Candidate> same =
                    sheet.root().singles(candidate.site(), other -> isSame(candidate, other)).stream()
                            .findFirst();
            if (same.isEmpty()) {
                return false;
            }
            there.add(same.get());
        }
        for (int i = 0; i < there.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!differ(sheet, there.get(i), there.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSame(Candidate one, Candidate other) {
        return one.mistake() == other.mistake() && one.detail().equals(other.detail());
    }

    /** Clearly, and by more than noise. */
    private static boolean differ(Sheet sheet, Candidate one, Candidate other) {
        Site later = one.site().compareTo(other.site()) < 0 ? other.site() : one.site();
        Values a = one.behind().at(later);
        Values b = other.behind().at(later);
        if (a.size() != b.size()) {
            return true;
        }
        double noise = Size.of(sheet.bounds(later, Tier.TIGHT).noise()).norm();
        double distance = Size.of(a.plus(b, -1)).norm();
        return distance > CLEARLY * Size.of(b).norm() && distance > BEYOND_NOISE * noise;
    }
}
