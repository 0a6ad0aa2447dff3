package dev.gradlens.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Batch normalization and relu, forward and backward, beside what memory allows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class NormalizationBenchmark {
    private static final int SIDE = 1024;

    private final NormalizationPass pass = new NormalizationPass(SIDE, SIDE);
    private final Triad triad = new Triad(SIDE, SIDE);

    /** 1024×1024 floats. */
    @Benchmark
    public void forwardAndBackward() {
        pass.run();
    }

    /** 32 bytes an entry. */
    @Benchmark
    public void triadOfAsManyBytes() {
        triad.run();
    }
}
