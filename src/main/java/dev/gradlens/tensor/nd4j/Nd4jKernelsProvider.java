package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.BackendMissingException;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Precision;

/**
 * Provides the kernels named {@code nd4j}.
 *
 * <p>It can be loaded where ND4J is missing, so no type of ND4J may stand in its signatures or fields.
 */
public final class Nd4jKernelsProvider implements KernelsProvider {
    @Override
    public String name() {
        return "nd4j";
    }

    /** Loads ND4J and its native libraries, which takes seconds, and adds two numbers. */
    @Override
    public void start() {
        Nd4jSettings.apply();
        try {
            GraphicsCard.check();
            Nd4jBackends.start();
            FirstSum.check(Nd4jBackends.processor(), this::onePlusTwo);
        } catch (LinkageError e) {
            throw missing(e);
        }
    }

    private double onePlusTwo() {
        try (Kernels kernels = open()) {
            return kernels.add(kernels.constant(1), kernels.constant(2)).scalar();
        }
    }

    @Override
    public String backend() {
        return Nd4jBackends.describe();
    }

    @Override
    public Kernels open(Precision precision) {
        return new Nd4jKernels(precision);
    }

    private static BackendMissingException missing(LinkageError cause) {
        return new BackendMissingException(
                "ND4J has no backend on the class path that works on this machine (%s)."
                        .formatted(Platform.classifier()),
                ("Add the Maven dependency org.nd4j:nd4j-native:1.0.0-M2.1 twice, without a classifier and with %1$s, beside"
                                + " org.bytedeco:openblas:0.3.19-1.5.7 and org.bytedeco:javacpp:1.5.7 with %1$s; or, for an NVIDIA"
                                + " card, org.nd4j:nd4j-cuda-11.6:1.0.0-M2.1 likewise; or set gradlens.kernels to reference.")
                        .formatted(Platform.classifier()),
                cause);
    }
}
