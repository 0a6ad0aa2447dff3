package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.NormalizeSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Exercises in which a mistake shows, the same for the same seed: 4 to 12 examples, 4 to 7 features, nothing special. */
public final class RandomExercises {

    private final Random seeded;
    private final RandomChoices choices;

    private RandomExercises(long seed) {
        this.seeded = new Random(seed);
        this.choices = new RandomChoices(seeded);
    }

    /** One to three layers with batch normalization, sometimes one without it behind them. */
    public static Exercise batchNorm(long seed) {
        RandomExercises random = new RandomExercises(seed);
        return random.network(random.choices::batchNorm, Mode.TRAINING);
    }

    /** The same with every kind of normalization. */
    public static Exercise mixed(long seed) {
        RandomExercises random = new RandomExercises(seed);
        return random.network(random.choices::normalization, Mode.TRAINING);
    }

    /** Batch normalization by the running statistics. */
    public static Exercise inference(long seed) {
        RandomExercises random = new RandomExercises(seed);
        return random.network(random.choices::batchNorm, Mode.INFERENCE);
    }

    /** A normalization alone, with a given gradient behind it. */
    public static Exercise lone(long seed) {
        RandomExercises random = new RandomExercises(seed);
        int features = random.choices.width();
        LayerSpec layer = new NormalizeSpec(random.choices.batchNorm(), random.choices.alone());
        return random.filled(new NetworkSpec(features, List.of(layer), new Upstream(), 0), Mode.TRAINING);
    }

    /** So many of each. */
    static Stream<Exercise> ofEveryKind(int seeds) {
        return Stream.<LongFunction<Exercise>>of(
                        RandomExercises::batchNorm,
                        RandomExercises::mixed,
                        RandomExercises::inference,
                        RandomExercises::lone)
                .flatMap(family -> LongStream.range(0, seeds).mapToObj(family));
    }

    private interface Choice {
        Normalization next();
    }

    private Exercise network(Choice normalization, Mode mode) {
        Loss loss = choices.loss();
        int normalized = 1 + seeded.nextInt(3);
        boolean plainLast = seeded.nextBoolean();
        List<LayerSpec> layers = new ArrayList<>();
        int width = choices.width();
        int units = width;
        for (int l = 0; l < normalized; l++) {
            boolean last = l == normalized - 1 && !plainLast;
            Activation activation = last ? choices.last(loss) : choices.hidden();
            units = unitsBehind(units);
            layers.add(new DenseSpec(units, seeded.nextBoolean(), normalization.next(), activation));
        }
        if (plainLast) {
            layers.add(new DenseSpec(choices.width(), true, null, choices.last(loss)));
        }
        double decay = seeded.nextInt(3) == 0 ? seeded.nextDouble(0.05, 0.5) : 0;
        return filled(new NetworkSpec(width, layers, loss, decay), mode);
    }

    /** As many as there are inputs now and then, so that what belongs to another layer fits. */
    private int unitsBehind(int inputs) {
        return seeded.nextInt(3) == 0 ? inputs : choices.width();
    }

    private Exercise filled(NetworkSpec spec, Mode mode) {
        int examples = 4 + seeded.nextInt(9);
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 0; l < spec.layers().size(); l++) {
            parameters.add(parameters(spec, l));
        }
        Batch batch =
                new Batch(inputs(examples, spec.inputs()), choices.targets(spec.loss(), examples, spec.outputs()));
        return new Exercise(new Setup(spec, parameters, batch, mode), seeded.nextBoolean());
    }

    private LayerParameters<Values> parameters(NetworkSpec spec, int l) {
        LayerSpec layer = spec.layers().get(l);
        int n = spec.unitsOf(l);
        int inputs = spec.inputsOf(l);
        boolean normalized = layer.normalization() != null;
        boolean running = layer.normalization() instanceof BatchNorm;
        return new LayerParameters<>(
                layer.hasWeights() ? choices.gaussian(n, inputs, 1.2 / Math.sqrt(inputs)) : null,
                layer.hasBias() ? choices.gaussian(1, n, 1) : null,
                normalized ? choices.ofBothSigns(n) : null,
                normalized ? choices.gaussian(1, n, 0.7) : null,
                running ? choices.gaussian(1, n, 1) : null,
                running ? choices.positive(n) : null);
    }

    /** Each feature with a mean and a spread of its own. */
    private Values inputs(int examples, int features) {
        double[] entries = new double[examples * features];
        for (int j = 0; j < features; j++) {
            double mean = seeded.nextGaussian();
            double spread = seeded.nextDouble(0.5, 2);
            for (int i = 0; i < examples; i++) {
                entries[i * features + j] = mean + spread * seeded.nextGaussian();
            }
        }
        return new Values(examples, features, entries);
    }
}
