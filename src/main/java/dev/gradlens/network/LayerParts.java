package dev.gradlens.network;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.NormalizationTape;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;

/**
 * One layer of a run taken apart, so that its products and its normalization can be run by themselves, forward and backward,
 * by whoever wants to know what each costs. Nothing comes of it.
 *
 * @param spec the layer
 * @param parameters its own
 * @param aPrev what came in, m×inputs
 * @param z m×units
 * @param dArgument the gradient of Ztilda, or of Z where nothing is normalized; m×units
 * @param dZ m×units
 * @param mode whose statistics batch normalization uses
 * @param rule how backward treats the normalization
 */
public record LayerParts(
        LayerSpec spec,
        LayerParameters<Values> parameters,
        Values aPrev,
        Values z,
        Values dArgument,
        Values dZ,
        Mode mode,
        BackwardRule rule) {

    /** Layer l of a network that left this tape and these gradients. */
    public static LayerParts of(Setup setup, int l, LayerTape tape, LayerGradients gradients, BackwardRule rule) {
        return new LayerParts(
                setup.spec().layers().get(l),
                setup.parameters().get(l),
                tape.aPrev().values(),
                tape.z().values(),
                gradients.dArgument().values(),
                gradients.dZ().values(),
                setup.mode(),
                rule);
    }

    /** Z = Aprev·Wᵀ + b and dW, db, dAprev without weight decay, of a layer that has W; what it reads is copied in at once. */
    public Runnable products(Kernels k) {
        LayerParameters<Matrix> loaded = parameters.map(k::matrix);
        Matrix loadedAPrev = k.matrix(aPrev);
        Matrix loadedDZ = k.matrix(dZ);
        return () -> {
            Layers.linear(k, loaded, loadedAPrev);
            Layers.behindProducts(k, loaded, loadedAPrev, loadedDZ, 0);
        };
    }

    /** Ztilda and the gradients behind it, of a layer that is normalized; what it reads is copied in at once. */
    public Runnable normalization(Kernels k) {
        LayerParameters<Matrix> loaded = parameters.map(k::matrix);
        Matrix loadedZ = k.matrix(z);
        Matrix loadedDZTilda = k.matrix(dArgument);
        return () -> {
            NormalizationTape tape = requireNonNull(Layers.normalized(k, spec, loaded, loadedZ, mode));
            Layers.behindNormalization(k, spec, loaded, tape, loadedDZTilda, rule);
        };
    }
}
