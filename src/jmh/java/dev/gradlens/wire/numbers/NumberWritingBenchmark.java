package dev.gradlens.wire.numbers;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** How long it takes to write one number, of normal variates between commas. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class NumberWritingBenchmark {
    private static final int COUNT = 10_000;

    private final double[] doubles = new double[COUNT];
    private final float[] floats = new float[COUNT];
    private final byte[] target = new byte[COUNT * 26 + NumberText.ROOM];
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream(target.length);
    private final JsonFactory jackson = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** Draws the numbers. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < COUNT; i++) {
            doubles[i] = random.nextGaussian();
            floats[i] = (float) doubles[i];
        }
    }

    /** By the class that is measured. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int doubles() {
        int end = 0;
        for (double number : doubles) {
            end = NumberText.put(number, target, end) + 1;
        }
        return end;
    }

    /** By the class that is measured. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int floats() {
        int end = 0;
        for (float number : floats) {
            end = NumberText.put(number, target, end) + 1;
        }
        return end;
    }

    /** By the platform, without a string. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int doublesByStringBuilder() {
        text.setLength(0);
        for (double number : doubles) {
            text.append(number).append(',');
        }
        return text.length();
    }

    /** By the platform, without a string. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int floatsByStringBuilder() {
        text.setLength(0);
        for (float number : floats) {
            text.append(number).append(',');
        }
        return text.length();
    }

    /** By the platform. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int doublesToString() {
        int length = 0;
        for (double number : doubles) {
            length += Double.toString(number).length();
        }
        return length;
    }

    /** By the generator that writes the rest of an answer. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int doublesByJackson() {
        stream.reset();
        try (JsonGenerator json = jackson.createGenerator(ObjectWriteContext.empty(), stream)) {
            json.writeArray(doubles, 0, COUNT);
        }
        return stream.size();
    }

    /** By the generator that writes the rest of an answer. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int floatsByJackson() {
        stream.reset();
        try (JsonGenerator json = jackson.createGenerator(ObjectWriteContext.empty(), stream)) {
            json.writeStartArray();
            for (float number : floats) {
                json.writeNumber(number);
            }
            json.writeEndArray();
        }
        return stream.size();
    }
}
