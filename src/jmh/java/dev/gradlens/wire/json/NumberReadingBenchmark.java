package dev.gradlens.wire.json;

import dev.gradlens.wire.json.JsonValue.JsonMatrix;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** How long it takes to read one number of a matrix, of normal variates in rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(1)
public class NumberReadingBenchmark {
    private static final int COLUMNS = 784;
    private static final int ROWS = 64;
    private static final int COUNT = ROWS * COLUMNS;

    /** Six decimals, or all 17 digits. */
    @Param({"6", "17"})
    public int digits;

    private final JsonReader reader = new JsonReader(64);
    private final JsonFactory jackson = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();
    private byte[] text = {};

    /** Draws the numbers. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        text = IntStream.range(0, ROWS)
                .mapToObj(row -> DoubleStream.generate(random::nextGaussian)
                        .limit(COLUMNS)
                        .mapToObj(this::decimal)
                        .collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String decimal(double number) {
        return digits == 6
                ? new BigDecimal(number).setScale(6, RoundingMode.HALF_EVEN).toPlainString()
                : Double.toString(number);
    }

    /** As requests are read. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public JsonMatrix matrix() {
        return (JsonMatrix) reader.read(text);
    }

    /** By the tokenizer that reads the rest of a request, from bytes and into an array of known length. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double[] matrixByJackson() {
        double[] values = new double[COUNT];
        int count = 0;
        try (JsonParser parser = jackson.createParser(ObjectReadContext.empty(), text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                    values[count++] = parser.getDoubleValue();
                }
            }
        }
        return values;
    }
}
