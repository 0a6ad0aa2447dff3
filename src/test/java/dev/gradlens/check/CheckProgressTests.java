package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.network.RandomSetups;
import dev.gradlens.network.RandomSetups.Family;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BackwardRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckProgressTests {

    private final Setup setup = RandomSetups.of(Family.SMOOTH, 1);
    private final Subject subject = Checks.subject(setup, Checks.by(BackwardRule.EXACT), Checks.REFERENCE);

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    private static GradientCheck check(Oracle oracle, int maxPerTensor) {
        return new GradientCheck(
                Method.of(oracle), Targets.ALL, oracle.tolerance(), new Sampling(maxPerTensor, 0), Set.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, Integer.MAX_VALUE})
    void goesUpToOneAndNeverBack(int maxPerTensor) {
        List<Double> told = new ArrayList<>();

        check(Oracle.COMPLEX_STEP, maxPerTensor).run(subject, node -> 1, Checks.REFERENCE, told::add);

        assertThat(told)
                .hasSize(subject.gradients().size())
                .isSorted()
                .endsWith(1.0)
                .allMatch(fraction -> fraction > 0);
    }

    @ParameterizedTest
    @EnumSource
    void isFollowedByNothingOnceTheThreadIsInterrupted(Oracle oracle) {
        List<Double> told = new ArrayList<>();

        assertThatThrownBy(() -> check(oracle, 3).run(subject, node -> 1, Checks.REFERENCE, fraction -> {
                    told.add(fraction);
                    Thread.currentThread().interrupt();
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(told).hasSize(1);
    }
}
