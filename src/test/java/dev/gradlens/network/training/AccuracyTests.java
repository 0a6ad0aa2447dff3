package dev.gradlens.network.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.tensor.Values;
import org.junit.jupiter.api.Test;

class AccuracyTests {

    @Test
    void comparesTheLargestOutputWithTheLargestTarget() {
        Values a = new Values(4, 3, new double[] {0.2, 0.5, 0.3, 0.4, 0.4, 0.2, 0, 0, 1, Double.NaN, 0, 1});
        Values y = new Values(4, 3, new double[] {0, 0.6, 0.4, 1, 0, 0, 1, 0, 0, 0, 0, 1});

        assertThat(Accuracy.of(new CrossEntropy(), a, y)).contains(new Accuracy(2, 4));
        assertThat(Accuracy.of(new SoftmaxCrossEntropy(), a, y)).contains(new Accuracy(2, 4));
    }

    @Test
    void judgesEveryBinaryOutputAboutItsThreshold() {
        Values probabilities = new Values(2, 2, new double[] {0.6, 0.4, 0.3, Double.NaN});
        Values logits = new Values(2, 2, new double[] {0.2, -3, 0.3, Double.NaN});
        Values y = new Values(2, 2, new double[] {1, 0, 1, 0});

        assertThat(Accuracy.of(new BinaryCrossEntropy(), probabilities, y)).contains(new Accuracy(2, 4));
        assertThat(Accuracy.of(new SigmoidBinaryCrossEntropy(), logits, y)).contains(new Accuracy(3, 4));
    }

    @Test
    void knowsNoRightAndWrongOfDistances() {
        assertThat(Accuracy.of(new HalfMeanSquaredError(), Values.row(1), Values.row(1)))
                .isEmpty();
    }

    @Test
    void addsUpToTheShareOfBoth() {
        assertThat(new Accuracy(1, 2).plus(new Accuracy(2, 6)).share()).isEqualTo(3.0 / 8);
    }
}
