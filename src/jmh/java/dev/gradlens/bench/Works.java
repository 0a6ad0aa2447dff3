package dev.gradlens.bench;

import dev.gradlens.tensor.Precision;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The work that can be measured beside PyTorch, by name: a line for each. */
final class Works {
    /** The small network of an inspection. */
    static final Sample SMALL = Sample.of(32, 64, 32, 16, 10);
    /** The network of an inspection as large as a person still reads. */
    static final Sample MID = Sample.of(64, 784, 128, 10);

    /** What makes the work, and prepares all that is not to be measured. */
    private static final Map<String, Supplier<Runnable>> BY_NAME = new TreeMap<>(Map.of(
            "inspect small", () -> new Pass("nd4j", Precision.FLOAT32, SMALL),
            "inspect mid", () -> new Pass("nd4j", Precision.FLOAT32, MID)));

    private Works() {}

    /**
     * The work of this name, ready to be run again and again on one thread.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Runnable named(String name) {
        Supplier<Runnable> work = BY_NAME.get(name);
        if (work == null) {
            throw new IllegalArgumentException("there is no work '%s', only %s".formatted(name, BY_NAME.keySet()));
        }
        return work.get();
    }
}
