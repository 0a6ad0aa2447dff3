package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.BackendMissingException;
import dev.gradlens.tensor.KernelsProviders;

/** A program that starts the kernels it is given, for {@link Nd4jBackendMissingTests} to run on other class paths. */
final class StartKernels {
    private StartKernels() {}

    public static void main(String[] arguments) {
        try {
            System.out.println(KernelsProviders.start(arguments[0]).backend());
        } catch (BackendMissingException e) {
            System.out.println(e.getMessage());
            System.out.println(e.action());
        }
    }
}
