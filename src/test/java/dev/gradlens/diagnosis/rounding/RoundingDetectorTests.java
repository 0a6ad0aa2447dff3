package dev.gradlens.diagnosis.rounding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.diagnosis.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingDetectorTests {

    private static final int COUNT = 24;

    private static double[] numbers(long seed, DoubleUnaryOperator printed) {
        Random random = new Random(seed);
        return random.doubles(COUNT, -3, 3).map(printed).toArray();
    }

    private static double[] told(double[] tensor) {
        return RoundingDetector.halfUnits(List.of(tensor)).getFirst();
    }

    private static double toDigits(double x, int digits) {
        return new BigDecimal(x)
                .round(new MathContext(digits, RoundingMode.HALF_EVEN))
                .doubleValue();
    }

    private static double toDecimals(double x, int decimals) {
        return new BigDecimal(x).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static double[] expected(double[] tensor, Rounding rounding) {
        return Arrays.stream(tensor).map(rounding::halfUnit).toArray();
    }

    /** But for an ulp or two, which keep a number that was rounded from half-way within its half-unit. */
    private static void assertAgree(double[] told, double[] tensor, Rounding rounding) {
        double[] expected = expected(tensor, rounding);
        assertThat(told).hasSameSizeAs(expected);
        for (int i = 0; i < told.length; i++) {
            assertThat(told[i]).isBetween(expected[i], expected[i] + 2 * Math.ulp(tensor[i]));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6, 8, 9, 12, 15})
    void tellsSignificantDigits(int digits) {
        // Four decades, so that no number of decimals does.
        double[] tensor = IntStream.range(0, COUNT)
                .mapToDouble(i -> toDigits(new Random(i).nextGaussian() * Math.pow(10, i % 4), digits))
                .toArray();

        assertAgree(told(tensor), tensor, new Rounding.SignificantDigits(digits));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 8, 10})
    void tellsDecimals(int decimals) {
        // Four decades, so that no number of digits does.
        double[] tensor = IntStream.range(0, COUNT)
                .mapToDouble(i -> toDecimals(new Random(i).nextGaussian() * Math.pow(10, 1 - i % 4), decimals))
                .toArray();

        assertAgree(told(tensor), tensor, new Rounding.Decimals(decimals));
    }

    @Test
    void tellsAFloat32ThatWasWidened() {
        double[] tensor = numbers(1, x -> (float) x);

        assertAgree(told(tensor), tensor, new Rounding.Single());
    }

    @Test
    void tellsAFloat32ThatWasPrintedShortest() {
        double[] tensor = numbers(1, x -> Double.parseDouble(Float.toString((float) x)));
        double[] least = expected(tensor, new Rounding.Single());

        double[] told = told(tensor);

        assertThat(IntStream.range(0, COUNT)).allMatch(i -> told[i] >= least[i] && told[i] <= 20 * least[i]);
    }

    @Test
    void tellsAFloat64() {
        double[] tensor = numbers(1, x -> x);

        assertAgree(told(tensor), tensor, new Rounding.None());
    }

    @ParameterizedTest
    @CsvSource({"4, 9", "9, 4", "6, 17", "17, 6"})
    void tellsATensorThatWasPrintedInAnotherWay(int digitsOfMany, int digitsOfOne) {
        List<double[]> tensors = List.of(
                numbers(1, x -> toDigits(x, digitsOfMany)),
                numbers(2, x -> toDigits(x, digitsOfMany)),
                numbers(3, x -> toDigits(x, digitsOfOne)));

        double[] told = RoundingDetector.halfUnits(tensors).getLast();

        Rounding rounding = digitsOfOne == 17 ? new Rounding.None() : new Rounding.SignificantDigits(digitsOfOne);
        double[] expected = expected(tensors.getLast(), rounding);
        assertThat(IntStream.range(0, COUNT)).allMatch(i -> told[i] >= expected[i] && told[i] <= 10 * expected[i]);
    }

    @Test
    void takesTheWordOfAllTensorsForOneOfFewNumbers() {
        List<double[]> tensors = List.of(numbers(1, x -> toDigits(x, 6)), new double[] {0.5, 1.25});

        double[] told = RoundingDetector.halfUnits(tensors).getLast();

        assertThat(told[1]).isCloseTo(5e-6, within(1e-11));
    }

    @Test
    void takesFewNumbersForWhatTheyShowWhereOthersWerePrintedInScientificNotation() {
        double[] scientific = numbers(1, x -> toDigits(1e-3 * x, 9));
        double[] decimals = {-0.23189183, 0.15996141, 0.07193042};

        double[] told =
                RoundingDetector.halfUnits(List.of(scientific, decimals)).getLast();

        assertThat(Arrays.stream(told)).allMatch(halfUnit -> halfUnit >= 0.5e-8 && halfUnit < 1e-7);
    }

    @ParameterizedTest
    @CsvSource({"9, 8", "9, 6", "17, 8", "7, 5"})
    void isNoStricterThanTheDigitsOfFewNumbersShow(int digitsOfMany, int decimals) {
        double[] many = numbers(1, x -> toDigits(x, digitsOfMany));
        for (int seed = 0; seed < 200; seed++) {
            double[] few = new Random(seed)
                    .doubles(1 + seed % 3, 0.02, 2)
                    .map(x -> toDecimals(x, decimals))
                    .toArray();

            double[] told = RoundingDetector.halfUnits(List.of(many, few)).getLast();

            assertThat(Arrays.stream(told)).allMatch(halfUnit -> halfUnit >= 0.5 * Math.pow(10, -decimals));
        }
    }

    @Test
    void staysStrictWithFewNumbersOfAllDigits() {
        double[] few = {1 / 3.0, 0.125};

        double[] told = RoundingDetector.halfUnits(List.of(numbers(1, x -> toDecimals(x, 4)), few))
                .getLast();

        assertThat(Arrays.stream(told)).allMatch(halfUnit -> halfUnit <= 1e-15);
    }

    @Test
    void knowsFloat32sByTheDigitsThatTheyShow() {
        float[] singles = {0.04626063f, 0.7025537f, 1e10f, 1e-3f / 3, 16777216};

        for (float single : singles) {
            assertThat(RoundingDetector.isSingle(single, 0)).isTrue();
            assertThat(RoundingDetector.isSingle(Double.parseDouble(Float.toString(single)), 0))
                    .isTrue();
            assertThat(RoundingDetector.isSingle(toDigits(single, 6), 0)).isTrue();
        }
        assertThat(DoubleStream.of(0.1234567891, 1 / 3.0, 16777217, 1e300)
                        .anyMatch(x -> RoundingDetector.isSingle(x, 0)))
                .isFalse();
    }

    @Test
    void leavesOpenHowFewSimpleNumbersWereRounded() {
        double[] told = told(new double[] {0.5, 0.25});

        assertThat(told[1]).isGreaterThanOrEqualTo(0.005);
    }

    @Test
    void takesZerosForWhatTheOthersAre() {
        double[] tensor = numbers(1, x -> toDecimals(x, 4));
        tensor[3] = 0;

        assertThat(told(tensor)[3]).isCloseTo(0.5e-4, within(1e-10));
    }

    @Test
    void tellsNothingFromZerosAlone() {
        assertThat(told(new double[] {0, 0, -0.0})).containsOnly(Double.MIN_VALUE);
    }

    @Test
    void passesOverWhatIsNotFinite() {
        double[] tensor = numbers(1, x -> toDigits(x, 5));
        tensor[0] = Double.NaN;
        tensor[1] = Double.POSITIVE_INFINITY;
        tensor[2] = Double.NEGATIVE_INFINITY;

        double[] told = told(tensor);

        assertThat(Arrays.copyOf(told, 3)).containsOnly(0);
        assertAgree(
                Arrays.copyOfRange(told, 3, COUNT),
                Arrays.copyOfRange(tensor, 3, COUNT),
                new Rounding.SignificantDigits(5));
    }

    @Test
    void takesARoundingThatIsKnownAsItIs() {
        double[] tensor = {0.123, 45.6};
        Rounding rounding = new Rounding.Decimals(2);

        assertAgree(RoundingDetector.halfUnits(tensor, rounding), tensor, rounding);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9})
    void takesSignificantDigitsForTheDecimalsThatATensorShows(int digits) {
        double[] decimals = {-0.23189183, 0.07193042, 0.5};
        Rounding rounding = new Rounding.SignificantDigits(digits);

        assertAgree(RoundingDetector.halfUnits(decimals, rounding), decimals, new Rounding.Decimals(8));
    }

    @Test
    void takesSignificantDigitsForWhatTheyAreWhereATensorShowsThem() {
        double[] scientific = {-2.3189183e-1, 7.19304215e-2, 5e-1, 1.85437927e-4};
        Rounding rounding = new Rounding.SignificantDigits(9);

        assertAgree(RoundingDetector.halfUnits(scientific, rounding), scientific, rounding);
    }
}
