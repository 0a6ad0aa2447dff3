package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Batch;
import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.activation.Identity;
import dev.gradlens.network.activation.Tanh;
import dev.gradlens.network.initialization.Initialization;
import dev.gradlens.network.initialization.Initialization.Scheme;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.optimizer.Adam;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.KernelsProviders;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The biases before batch normalization of a network of three layers of tanh, after 200 steps. */
class BiasDriftTests {
    private static final int EXAMPLES = 64;

    private static double drift(BackwardRule rule, Optimizer optimizer, double rate) {
        LayerSpec hidden = new DenseSpec(8, true, Networks.batchNorm(), new Tanh());
        LayerSpec last = new DenseSpec(2, true, null, new Identity());
        NetworkSpec spec = new NetworkSpec(2, List.of(hidden, hidden, hidden, last), new SoftmaxCrossEntropy(), 0);
        List<LayerParameters<Values>> beginning = Networks.complete(spec, new Initialization(Scheme.XAVIER, 1, 1));
        TrainingPlan plan = new TrainingPlan(spec, beginning, quarters(), optimizer, rule, EXAMPLES, Precision.FLOAT64)
                .whileWatched();
        try (Trainer trainer = Trainers.open(plan, KernelsProviders.start("blas"), Cores.one())) {
            StepWatch watch = new StepWatch(plan, trainer, beginning);
            int[] all = IntStream.range(0, EXAMPLES).toArray();
            for (int step = 0; step < 200; step++) {
                trainer.step(all, rate);
            }
            trainer.gradients(all);
            watch.beforeMove();
            trainer.move(0);
            double[] values = watch.afterMove(1);
            return IntStream.of(1, 2, 3)
                    .mapToDouble(layer -> values[watch.names().indexOf("layer%d.b.drift".formatted(layer))])
                    .max()
                    .orElseThrow();
        }
    }

    /** Points off centre whose class is whether both coordinates are on the same side of it. */
    private static Batch quarters() {
        Random random = new Random(2);
        double[] x = new double[2 * EXAMPLES];
        double[] y = new double[2 * EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            double first = random.nextGaussian();
            double second = random.nextGaussian();
            x[2 * i] = 3 + first;
            x[2 * i + 1] = -2 + second;
            y[2 * i + (first * second > 0 ? 1 : 0)] = 1;
        }
        return new Batch(new Values(EXAMPLES, 2, x), new Values(EXAMPLES, 2, y));
    }

    @Test
    void isOnlyRoundingWhereTheBackwardPassIsExact() {
        assertThat(drift(BackwardRule.EXACT, Momentum.none(0), 0.5)).isLessThan(1e-12);
    }

    @Test
    void isFarWhereItIsNot() {
        assertThat(drift(BackwardRule.SKIP_NORMALIZATION, Momentum.none(0), 0.5))
                .isGreaterThan(0.1);
        assertThat(drift(BackwardRule.STATISTICS_AS_CONSTANTS, Momentum.none(0), 0.5))
                .isGreaterThan(0.1);
    }

    /** Which divides rounding by its own size. */
    @Test
    void isFarUnderAdam() {
        assertThat(drift(BackwardRule.EXACT, new Adam(0.9, 0.999, 0, 0, false), 0.01))
                .isGreaterThan(0.01);
    }
}
