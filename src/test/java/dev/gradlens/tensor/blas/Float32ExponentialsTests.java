package dev.gradlens.tensor.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Float32ExponentialsTests {
    private static final int COUNT = 1000;

    private static float[] numbers() {
        Random random = new Random(5);
        float[] numbers = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            numbers[i] = -random.nextFloat(i % 2 == 0 ? 1 : 87.3f);
        }
        return numbers;
    }

    @Test
    void isCloseToTheExponentialOfDoubles() {
        float[] x = numbers();
        float[] e = x.clone();

        Float32Exponentials.replace(e, COUNT);

        for (int i = 0; i < COUNT; i++) {
            double expected = Math.exp(x[i]);
            assertThat(Math.abs(e[i] - expected)).isLessThan(2 * Math.ulp((float) expected));
        }
    }

    @Test
    void keepsWhatIsSpecial() {
        float[] x = new float[64];
        x[0] = Float.NaN;
        x[1] = Float.NEGATIVE_INFINITY;
        x[2] = -88;
        x[3] = -0f;

        Float32Exponentials.replace(x, 64);

        assertThat(x[0]).isNaN();
        assertThat(new float[] {x[1], x[2], x[3], x[63]}).containsExactly(0, 0, 1, 1);
    }

    /** A method that is called so often gets compiled, first in a simple way and then in a better one. */
    @Test
    void givesTheSameBitsHoweverOftenItHasRun() {
        float[] first = numbers();
        Float32Exponentials.replace(first, COUNT);

        for (int run = 0; run < 2_000; run++) {
            float[] again = numbers();
            Float32Exponentials.replace(again, COUNT);

            assertThat(Arrays.equals(again, first)).isTrue();
        }
    }
}
