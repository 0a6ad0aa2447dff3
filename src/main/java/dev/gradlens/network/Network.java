package dev.gradlens.network;

import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A network with its parameters, on some kernels: forward leaves a tape, backward reads it.
 *
 * <p>Valid until the kernels are closed. Shapes are the caller's to check.
 *
 * @param parameters one for each layer
 */
public record Network(Kernels k, NetworkSpec spec, List<LayerParameters<Matrix>> parameters) {
    public Network {
        parameters = List.copyOf(parameters);
    }

    /** A and J for a batch, an example in each row. */
    public Tape forward(Matrix x, Matrix y, Mode mode) {
        List<LayerTape> layers = layers(x, mode);
        Matrix loss = k.constant(spec.loss().cost(k, output(layers.getLast(), y)));
        return new Tape(layers, y, k.add(loss, weightDecay()).scalar());
    }

    /** A of the last layer, where nobody asks for J. */
    public Matrix output(Matrix x, Mode mode) {
        return layers(x, mode).getLast().a();
    }

    private List<LayerTape> layers(Matrix x, Mode mode) {
        List<LayerTape> layers = new ArrayList<>();
        Matrix a = x;
        for (int l = 0; l < spec.layers().size(); l++) {
            Interruption.check();
            LayerTape layer = Layers.forward(k, spec.layers().get(l), parameters.get(l), a, mode);
            layers.add(layer);
            a = layer.a();
        }
        return layers;
    }

    /** Every gradient of J, the first layer first. */
    public List<LayerGradients> backward(Tape tape, BackwardRule rule) {
        List<LayerGradients> gradients = new ArrayList<>();
        Matrix dA = spec.loss().dA(k, output(tape.layers().getLast(), tape.y()));
        for (int l = spec.layers().size() - 1; l >= 0; l--) {
            Interruption.check();
            Matrix dArgument = dArgument(tape, l, dA);
            LayerGradients layer = Layers.backward(k, this, l, tape.layers().get(l), dA, dArgument, rule);
            gradients.add(layer);
            dA = layer.dAPrev();
        }
        Collections.reverse(gradients);
        return gradients;
    }

    /** At θ + h·δ for the gradients δ of the parameters θ; at θ, where h is 0, however large they are. */
    public Network moved(List<LayerGradients> direction, double h) {
        if (h == 0) {
            return this;
        }
        List<LayerParameters<Matrix>> moved = new ArrayList<>();
        for (int l = 0; l < parameters.size(); l++) {
            moved.add(moved(parameters.get(l), direction.get(l).ofParameters(), h));
        }
        return new Network(k, spec, moved);
    }

    private LayerParameters<Matrix> moved(LayerParameters<Matrix> layer, LayerParameters<Matrix> direction, double h) {
        return new LayerParameters<>(
                moved(layer.w(), direction.w(), h),
                moved(layer.b(), direction.b(), h),
                moved(layer.gamma(), direction.gamma(), h),
                moved(layer.beta(), direction.beta(), h),
                layer.runningMean(),
                layer.runningVariance());
    }

    private @Nullable Matrix moved(@Nullable Matrix parameter, @Nullable Matrix direction, double h) {
        return parameter == null || direction == null ? parameter : k.add(parameter, k.multiply(direction, h));
    }

    /** Behind the activation; in the last layer together with the loss, where the loss knows how. */
    private Matrix dArgument(Tape tape, int l, Matrix dA) {
        LayerTape layer = tape.layers().get(l);
        boolean last = l == spec.layers().size() - 1;
        return (last ? spec.loss().dArgument(k, output(layer, tape.y())) : Optional.<Matrix>empty())
                .orElseGet(() -> spec.layers().get(l).activation().backward(k, layer.argument(), layer.a(), dA));
    }

    private static Loss.Output output(LayerTape last, Matrix y) {
        return new Loss.Output(last.argument(), last.a(), y);
    }

    /** ½λ·ΣW² of every W, 1×1. */
    private Matrix weightDecay() {
        Matrix sumOfSquares = k.constant(0);
        for (LayerParameters<Matrix> layer : parameters) {
            if (layer.w() != null && spec.weightDecay() != 0) {
                sumOfSquares = k.add(sumOfSquares, Layers.sumOfSquares(k, layer.w()));
            }
        }
        return k.multiply(sumOfSquares, spec.weightDecay() / 2);
    }
}
