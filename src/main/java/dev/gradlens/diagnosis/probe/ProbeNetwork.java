package dev.gradlens.diagnosis.probe;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.activation.Sigmoid;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.normalization.Normalization;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network of a probe: two dense layers of one width with bias and activation, the first one normalized, so that W is square
 * and what belongs to the other layer fits; weight decay; and the loss with the most mistakes that goes with the activation. The
 * second one is not normalized: what a mean over the batch takes out there would be missing in the gradients of the first.
 */
final class ProbeNetwork {
    private ProbeNetwork() {}

    static NetworkSpec of(Plan plan, double weightDecay) {
        List<LayerSpec> layers = List.of(layer(plan, plan.normalization()), layer(plan, null));
        return new NetworkSpec(plan.features(), layers, loss(plan), weightDecay);
    }

    private static LayerSpec layer(Plan plan, @Nullable Normalization normalization) {
        return new DenseSpec(plan.features(), true, normalization, plan.activation());
    }

    private static Loss loss(Plan plan) {
        return plan.activation() instanceof Sigmoid ? new BinaryCrossEntropy() : new SigmoidBinaryCrossEntropy();
    }
}
