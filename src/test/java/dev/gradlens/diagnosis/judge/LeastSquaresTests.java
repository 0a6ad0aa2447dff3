package dev.gradlens.diagnosis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTests {

    private static final double ROUNDING = 1e-9;

    private static double[] random(Random random, int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    private static double[] sum(double[][] columns, double... coefficients) {
        return IntStream.range(0, columns[0].length)
                .mapToDouble(i -> IntStream.range(0, columns.length)
                        .mapToDouble(j -> coefficients[j] * columns[j][i])
                        .sum())
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 9, 50})
    void findsTheCoefficientsOfASum(int count) {
        Random random = new Random(count);
        double[][] columns = {random(random, count), random(random, count), random(random, count)};

        LeastSquares solution = LeastSquares.of(columns, sum(columns, 2, -0.5, 7));

        assertThat(solution.coefficients()).containsExactly(new double[] {2, -0.5, 7}, within(ROUNDING));
    }

    @Test
    void findsThemAmongColumnsThatAreNearlyAlike() {
        Random random = new Random(1);
        double[] first = random(random, 12);
        double[] other = random(random, 12);
        double[] nearly = IntStream.range(0, 12)
                .mapToDouble(i -> first[i] + 1e-5 * other[i])
                .toArray();
        double[][] columns = {first, nearly, random(random, 12)};

        LeastSquares solution = LeastSquares.of(columns, sum(columns, 1, 1, 1));

        assertThat(solution.coefficients()).containsExactly(new double[] {1, 1, 1}, within(1e-9));
    }

    @Test
    void givesAColumnThatDependsOnTheOthersNothing() {
        double[][] columns = {{1, 0, 2, 1}, {2, 0, 4, 2}, {0, 1, 1, 0}};

        LeastSquares solution = LeastSquares.of(columns, sum(columns, 3, 0, -1));

        assertThat(solution.coefficients()).containsExactly(new double[] {3, 0, -1}, within(ROUNDING));
    }

    @Test
    void leavesTheRestOrthogonalToEveryColumn() {
        Random random = new Random(2);
        double[][] columns = {random(random, 8), random(random, 8), random(random, 8)};
        double[] y = random(random, 8);

        double[] fitted = sum(columns, LeastSquares.of(columns, y).coefficients());

        for (double[] column : columns) {
            double along = IntStream.range(0, 8)
                    .mapToDouble(i -> column[i] * (y[i] - fitted[i]))
                    .sum();
            assertThat(along).isCloseTo(0, within(ROUNDING));
        }
    }

    @Test
    void saysHowFarNoiseMovesACoefficient() {
        double[][] columns = {{2, 0, 0, 0}, {0, 1, 1, 0}, {0, 0, 0, 0.5}};

        LeastSquares solution = LeastSquares.of(columns, new double[] {1, 1, 1, 1});

        double[] expected = {0.5, 1 / Math.sqrt(2), 2};
        assertThat(solution.uncertainties()).containsExactly(expected, within(ROUNDING));
    }
}
