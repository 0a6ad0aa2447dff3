package dev.gradlens.tensor;

import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Picks the {@link KernelsProvider} that the settings name. */
public final class KernelsProviders {
    private KernelsProviders() {}

    /**
     * The provider of this name, started.
     *
     * @throws BackendMissingException if there is none, or if it cannot work on this class path
     */
    public static KernelsProvider start(String name) {
        KernelsProvider provider = named(name);
        provider.start();
        return provider;
    }

    private static KernelsProvider named(String name) {
        return ServiceLoader.load(KernelsProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static BackendMissingException unknown(String name) {
        String names = ServiceLoader.load(KernelsProvider.class).stream()
                .map(provider -> provider.get().name())
                .sorted()
                .collect(Collectors.joining(", "));
        return new BackendMissingException(
                "There are no kernels named '%s'.".formatted(name),
                "Set gradlens.kernels to one of: " + names + ".",
                null);
    }
}
