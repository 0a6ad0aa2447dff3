package dev.gradlens.check.stacked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of a stack is what comes out one after the other, whatever the network is. */
class StackedLawsTests {

    private static final int SETUPS = 150;

    private static List<Setup> setups(Family family) {
        return LongStream.range(0, SETUPS)
                .mapToObj(seed -> RandomSetups.of(family, seed))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void areTheComplexStepsOfOneAfterTheOther(Family family) {
        for (Setup setup : setups(family)) {
            OneByOne.assertSameComplexSteps(setup);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areTheCentralDifferencesOfOneAfterTheOther(Family family) {
        for (Setup setup : setups(family)) {
            OneByOne.assertSameDifferences(setup, 3e-5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areTheSameWhereEveryExampleIs(Family family) {
        for (long seed = 0; seed < SETUPS / 3; seed++) {
            Setup setup = RandomSetups.repeating(family, seed);

            OneByOne.assertSameComplexSteps(setup);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 3})
    void areTheSameAcrossKinks(double step) {
        int kinks = 0;

        for (Setup setup : setups(Family.KINKED)) {
            kinks += OneByOne.assertSameDifferences(setup, step);
        }

        assertThat(kinks).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 3, 100})
    void areTheSameForStepsOfAnyLength(double step) {
        for (Setup setup : setups(Family.SMOOTH)) {
            OneByOne.assertSameDifferences(setup, step);
        }
    }
}
