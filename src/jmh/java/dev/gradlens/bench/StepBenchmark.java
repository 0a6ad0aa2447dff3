package dev.gradlens.bench;

import dev.gradlens.tensor.Cores;
import dev.gradlens.tensor.Precision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A training step, beside its own products alone and on all cores. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {
    /** As in {@link Works}. */
    @Param({"small", "mid128", "mid1024", "large"})
    public String network;

    private Step alone;
    private Step shared;
    private StepProducts products;

    /** Plans them. */
    @Setup
    public void prepare() {
        Sample sample = Works.step(network);
        alone = new Step(sample, Precision.FLOAT32, Cores.one());
        shared = new Step(sample, Precision.FLOAT32, Cores.all());
        products = new StepProducts(sample);
    }

    /** On one core. */
    @Benchmark
    public double step() {
        return alone.cost();
    }

    /** On all that are idle. */
    @Benchmark
    public double stepOnAllCores() {
        return shared.cost();
    }

    /** The floor. */
    @Benchmark
    public void itsProducts() {
        products.run();
    }
}
