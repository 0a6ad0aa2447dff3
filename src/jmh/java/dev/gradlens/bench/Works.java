package dev.gradlens.bench;

import static java.util.Map.entry;

import dev.gradlens.tensor.Precision;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The work that can be measured beside PyTorch, by name: a line for each. */
final class Works {
    /** The small network of an inspection. */
    static final Sample SMALL = Sample.of(32, 64, 32, 16, 10);
    /** The network of an inspection as large as a person still reads. */
    static final Sample MID = Sample.of(64, 784, 128, 10);

    /** Those of the setting gradlens.kernels, unless it is set. */
    private static final String DEFAULT_KERNELS = "nd4j";

    /** What makes the work, and prepares all that is not to be measured. */
    private static final Map<String, Supplier<Runnable>> BY_NAME = Map.ofEntries(
            entry("inspect small", () -> new Pass(DEFAULT_KERNELS, Precision.FLOAT32, SMALL)),
            entry("inspect mid", () -> new Pass(DEFAULT_KERNELS, Precision.FLOAT32, MID)));

    private Works() {}

    /**
     * The work of this name, ready to be run again and again on one thread.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Runnable named(String name) {
        Supplier<Runnable> work = BY_NAME.get(name);
        if (work == null) {
            String names = String.join(", ", new TreeSet<>(BY_NAME.keySet()));
            throw new IllegalArgumentException("there is no work '%s', only %s".formatted(name, names));
        }
        return work.get();
    }
}
