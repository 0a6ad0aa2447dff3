package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.BackendMissingException;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4jBackend;

/** Looks for the card that ND4J's backend for CUDA needs; started without one, ND4J prints a stack trace. */
final class GraphicsCard {
    private GraphicsCard() {}

    /** @throws BackendMissingException if each backend on the class path says that it cannot run here */
    static void check() {
        Throwable reason = null;
        for (Nd4jBackend backend : ServiceLoader.load(Nd4jBackend.class)) {
            reason = reasonNotToRun(backend);
            if (reason == null) {
                return;
            }
        }
        if (reason != null) {
            throw missing(reason);
        }
    }

    private static @Nullable Throwable reasonNotToRun(Nd4jBackend backend) {
        try {
            backend.canRun();
            return null;
        } catch (LinkageError | RuntimeException e) {
            return e;
        }
    }

    private static BackendMissingException missing(Throwable reason) {
        return new BackendMissingException(
                "ND4J is here for NVIDIA cards, and cannot use one on this machine: %s."
                        .formatted(root(reason).getMessage()),
                "Install a card and NVIDIA's driver for CUDA 11.6, 510.39 or later; or build without the Maven profile"
                        + " cuda; or set gradlens.kernels to reference.",
                reason);
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }
}
