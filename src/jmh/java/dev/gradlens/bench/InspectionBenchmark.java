package dev.gradlens.bench;

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

/** What the kernels take for the forward and backward pass of an inspection, normalizations included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class InspectionBenchmark {
    /** The name of the kernels. */
    @Param({"blas", "nd4j", "reference"})
    public String kernels;

    /** In which they compute. */
    @Param({"FLOAT32", "FLOAT64"})
    public Precision precision;

    /** As in {@link Works}. */
    @Param({"small", "mid"})
    public String network;

    private Pass pass;

    /** Loads the kernels. */
    @Setup
    public void prepare() {
        pass = new Pass(kernels, precision, "small".equals(network) ? Works.SMALL : Works.MID);
    }

    /** One pass. */
    @Benchmark
    public double forwardAndBackward() {
        return pass.gradientOfFirstEntry();
    }
}
