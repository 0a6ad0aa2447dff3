package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FastKernelsCheckTests {

    private static final int SEEDS = 25;

    @ParameterizedTest
    @EnumSource
    void passesWhatIsComputedOnBlas(Family family) {
        assertPasses(family, "blas");
    }

    @ParameterizedTest
    @EnumSource
    void passesWhatIsComputedOnND4J(Family family) {
        assertPasses(family, "nd4j");
    }

    private static void assertPasses(Family family, String kernels) {
        KernelsProvider provider = KernelsProviders.start(kernels);

        for (long seed = 0; seed < SEEDS; seed++) {
            CheckReport report = Checks.of(RandomSetups.of(family, seed), Checks.by(BackwardRule.EXACT), provider);

            assertThat(Checks.failed(report)).as("seed " + seed).isEmpty();
        }
    }
}
