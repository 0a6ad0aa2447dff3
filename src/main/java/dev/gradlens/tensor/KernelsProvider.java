package dev.gradlens.tensor;

/**
 * Makes {@link Kernels}; found by {@link java.util.ServiceLoader}, picked once at start by {@link KernelsProviders}.
 *
 * <p>Safe for use by many threads.
 */
public interface KernelsProvider {
    /** The name by which the settings pick it, such as {@code blas}. */
    String name();

    /**
     * Loads what it needs; called once, before anything else.
     *
     * @throws BackendMissingException if the class path lacks what it needs
     */
    void start();

    /** What really computes, in words: library, version, processor or device. Only after {@link #start}. */
    String backend();

    /** Kernels for one computation on one thread. Only after {@link #start}. */
    Kernels open(Precision precision);

    /** The same in double precision. */
    default Kernels open() {
        return open(Precision.FLOAT64);
    }
}
