package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.check.noise.Worlds;
import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaylorTestTests {

    static LongStream seeds() {
        return LongStream.range(0, 25);
    }

    private static TaylorTest of(long seed, Worlds.Backward backward) {
        Setup setup = RandomSetups.of(Family.SMOOTH, seed);
        Subject subject = Checks.subject(setup, backward, Checks.REFERENCE);
        double noise = new Worlds(setup, Checks.REFERENCE, backward, 0).costSpread();
        return TaylorTest.of(subject, noise, Checks.REFERENCE, seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsOrderOneWithoutTheGradientAndTwoWithIt(long seed) {
        TaylorTest test = of(seed, Checks.by(BackwardRule.EXACT));

        assertThat(test.withoutGradient().order().orElseThrow()).isCloseTo(1, within(0.2));
        assertThat(test.withGradient().order().orElseThrow()).isCloseTo(2, within(0.25));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsOrderOneWithAGradientThatIsWrong(long seed) {
        TaylorTest test = of(seed, Planted.scaled(1.1));

        assertThat(test.withGradient().order().orElseThrow()).isCloseTo(1, within(0.3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void givesAnOrderForEachTwoSteps(long seed) {
        TaylorTest test = of(seed, Checks.by(BackwardRule.EXACT));

        assertThat(test.withGradient().sizes()).hasSameSizeAs(test.steps());
        assertThat(test.withGradient().orders()).hasSize(test.steps().length - 1);
    }
}
