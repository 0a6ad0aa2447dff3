package dev.gradlens.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.random.RandomStream.Purpose;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomStreamTests {

    private static RandomStream stream(long seed, int index) {
        return new RandomStream(seed, Purpose.WEIGHTS, index);
    }

    private static double[] uniforms(RandomStream stream, int count) {
        return DoubleStream.generate(stream::uniform).limit(count).toArray();
    }

    @Test
    void takesUniformNumbersFromTheUpperBitsOfPairsOfWords() {
        int[] first = Philox.block(0, 0, 7, 1, 5, 3);
        int[] second = Philox.block(1, 0, 7, 1, 5, 3);

        double[] uniforms = uniforms(stream((3L << 32) + 5, 7), 3);

        assertThat(uniforms)
                .containsExactly(
                        fraction(first[0], first[1]), fraction(first[2], first[3]), fraction(second[0], second[1]));
    }

    private static double fraction(int high, int low) {
        return (Integer.toUnsignedLong(high) * 0x1p21 + (low >>> 11)) / 0x1p53;
    }

    @Test
    void makesTwoNormalNumbersOfTwoUniformOnes() {
        double[] uniforms = uniforms(stream(1, 0), 4);
        RandomStream stream = stream(1, 0);

        double[] normals = DoubleStream.generate(stream::normal).limit(4).toArray();

        double r = Math.sqrt(-2 * StrictMath.log(1 - uniforms[2]));
        double angle = 2 * Math.PI * uniforms[3];
        assertThat(normals[2]).isEqualTo(r * StrictMath.cos(angle));
        assertThat(normals[3]).isEqualTo(r * StrictMath.sin(angle));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32})
    void givesTheSameNumbersForTheSameSeedAndOthersForAnother(long seed) {
        assertThat(uniforms(stream(seed, 0), 20))
                .containsExactly(uniforms(stream(seed, 0), 20))
                .doesNotContain(uniforms(stream(seed ^ 1L << 33, 0), 20))
                .doesNotContain(uniforms(stream(seed + 1, 0), 20))
                .doesNotContain(uniforms(stream(seed, 1), 20));
    }
}
