package dev.gradlens.bench;

import static java.util.Map.entry;

import dev.gradlens.tensor.Cores;
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
    private static final String DEFAULT_KERNELS = "blas";

    /** What makes the work, and prepares all that is not to be measured. */
    private static final Map<String, Supplier<Runnable>> BY_NAME = Map.ofEntries(
            entry("inspect small", () -> new Pass(DEFAULT_KERNELS, Precision.FLOAT32, SMALL)),
            entry("inspect mid", () -> new Pass(DEFAULT_KERNELS, Precision.FLOAT32, MID)),
            entry("step small", () -> step("small", Cores.one())),
            entry("step mid128", () -> step("mid128", Cores.one())),
            entry("step mid1024", () -> step("mid1024", Cores.one())),
            entry("step large", () -> step("large", Cores.one())),
            entry("step large on all cores", () -> step("large", Cores.all())),
            entry("products small", () -> new StepProducts(step("small"))),
            entry("products mid128", () -> new StepProducts(step("mid128"))),
            entry("products mid1024", () -> new StepProducts(step("mid1024"))),
            entry("products large", () -> new StepProducts(step("large"))),
            entry("check a central", () -> new Sweep(check("a"), false)),
            entry("check b central", () -> new Sweep(check("b"), false)),
            entry("check c central", () -> new Sweep(check("c"), false)),
            entry("check a complex", () -> new Sweep(check("a"), true)),
            entry("check b complex", () -> new Sweep(check("b"), true)),
            entry("check c complex", () -> new Sweep(check("c"), true)),
            entry("normalization", () -> new NormalizationPass(1024, 1024)),
            entry("triad", () -> new Triad(1024, 1024)));

    private Works() {}

    /** The batch of a training step, by the name of its network. */
    static Sample step(String network) {
        return switch (network) {
            case "small" -> Sample.of(64, 64, 32, 16, 10);
            case "mid128" -> Sample.of(128, 784, 512, 256, 10);
            case "mid1024" -> Sample.of(1024, 784, 512, 256, 10);
            case "large" -> Sample.of(512, 2048, 2048, 2048, 10);
            default -> throw new IllegalArgumentException("there is no network '%s'".formatted(network));
        };
    }

    private static Sample check(String network) {
        return switch (network) {
            case "a" -> Sample.of(16, 20, 16, 8, 3);
            case "b" -> Sample.of(32, 64, 32, 16, 10);
            case "c" -> Sample.of(32, 784, 64, 10);
            default -> throw new IllegalArgumentException("there is no network '%s'".formatted(network));
        };
    }

    private static Runnable step(String network, Cores cores) {
        return new Step(step(network), Precision.FLOAT32, cores);
    }

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
