package dev.gradlens.check.complex;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** One row of a table under src/test/resources/complex: f(z), and the slope f′(Re z) where the table has one. */
record ReferenceValue(AnalyticFunction function, Complex z, Complex value, double slope) {

    static List<ReferenceValue> of(AnalyticFunction function, String table) {
        return read(table)
                .lines()
                .skip(1)
                .map(ReferenceValue::parse)
                .filter(row -> row.function == function)
                .toList();
    }

    private static ReferenceValue parse(String line) {
        int comma = line.indexOf(',');
        double[] numbers = Arrays.stream(line.substring(comma + 1).split(",", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new ReferenceValue(
                AnalyticFunction.named(line.substring(0, comma)),
                new Complex(numbers[0], numbers[1]),
                new Complex(numbers[2], numbers[3]),
                numbers.length > 4 ? numbers[4] : Double.NaN);
    }

    private static String read(String table) {
        try (InputStream in =
                Objects.requireNonNull(ReferenceValue.class.getResourceAsStream("/complex/" + table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
