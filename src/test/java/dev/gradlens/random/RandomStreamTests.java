package dev.gradlens.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.random.RandomStream.Purpose;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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

    @Test
    void takesRemaindersOfTheUpperWordsAndLeavesOutThoseThatWouldBeTooMany() {
        int bound = (1 << 30) + 1; // of 2³² words, the last 2³⁰ − 3 are left out
        long even = 3L * bound;
        int[] expected = IntStream.range(0, 100)
                .flatMap(block -> {
                    int[] words = Philox.block(block, 0, 7, 1, 5, 0);
                    return IntStream.of(words[0], words[2]);
                })
                .mapToLong(Integer::toUnsignedLong)
                .filter(word -> word < even)
                .mapToInt(word -> (int) (word % bound))
                .toArray();
        RandomStream stream = stream(5, 7);

        int[] drawn = IntStream.generate(() -> stream.below(bound))
                .limit(expected.length)
                .toArray();

        assertThat(expected).hasSizeBetween(100, 199);
        assertThat(drawn).containsExactly(expected);
    }

    @Test
    void drawsEveryNumberBelowABoundAboutAsOften() {
        int[] drawn = new int[6];
        RandomStream stream = stream(3, 0);

        for (int draw = 0; draw < 60_000; draw++) {
            drawn[stream.below(6)]++;
        }

        assertThat(IntStream.of(drawn)).allMatch(count -> Math.abs(count - 10_000) < 500); // five standard deviations
    }

    @Test
    void rejectsABoundThatLeavesNoNumber() {
        assertThatThrownBy(() -> stream(1, 0).below(0)).hasMessageContaining("below 0");
    }
}
