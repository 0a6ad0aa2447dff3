package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTests {

    /** Binary fractions, so that every bound is met exactly. */
    private static final double TOLERANCE = 0x1p-10;

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static Entry entry(double analytic, double numeric, double uncertainty) {
        return new Entry(0, 0, analytic, numeric, uncertainty, Reason.ROUND_OFF);
    }

    private static EntryVerdicts judged(Entry entry, double largestOfTensor, double largestOfAll) {
        return EntryVerdicts.of(List.of(entry), TOLERANCE, new Largest(largestOfTensor, largestOfAll));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "-0.0, 0, 0", "1, 1, 0", "1, 0, 1", "0, 2, 1", "1, -1, 2", "4, 3, 0.25", "-4, -3, 0.25"})
    void measuresTheRelativeErrorByTheLargerNumber(double analytic, double numeric, double error) {
        Entry entry = entry(analytic, numeric, 0);

        assertThat(entry.relativeError()).isEqualTo(error);
    }

    @Test
    void passesAtTheToleranceAndFailsAboveIt() {
        Entry at = entry(1024, 1023, 0);
        Entry above = entry(1024, Math.nextDown(1023.0), 0);

        assertThat(at.fails(TOLERANCE)).isFalse();
        assertThat(above.fails(TOLERANCE)).isTrue();
        assertThat(at.excess(TOLERANCE)).isEqualTo(1);
        assertThat(above.excess(TOLERANCE)).isGreaterThan(1);
    }

    @Test
    void failsOnlyBeyondToleranceAndUncertaintyTogether() {
        Entry at = entry(1024, 1022, 1);
        Entry above = entry(1024, 1022, 1 - 0x1p-20);

        assertThat(at.fails(TOLERANCE)).isFalse();
        assertThat(above.fails(TOLERANCE)).isTrue();
    }

    @Test
    void failsForASignOrAZeroThatIsWrong() {
        assertThat(judged(entry(1, -1, 0), 1, 1).failed()).isOne();
        assertThat(judged(entry(0, 1e-6, 0), 0, 1).failed()).isOne();
        assertThat(judged(entry(1e-6, 0, 0), 1, 1).failed()).isOne();
    }

    @Test
    void hasNoExcessWhereBothAreEqual() {
        assertThat(entry(0, 0, 0).excess(TOLERANCE)).isZero();
        assertThat(entry(3, 3, 0).excess(TOLERANCE)).isZero();
    }

    @Test
    void passesWhereTheUncertaintyHidesNothingOfItsTensor() {
        EntryVerdicts at = judged(entry(1, 1, TOLERANCE), 1, 1);
        EntryVerdicts above = judged(entry(1, 1, Math.nextUp(TOLERANCE)), 1, 1);

        assertThat(at.passed()).isOne();
        assertThat(at.verdict()).isEqualTo(Verdict.PASS);
        assertThat(above.inconclusive()).containsExactly(Map.entry(Reason.ROUND_OFF, 1));
        assertThat(above.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void measuresTheUncertaintyOfASmallEntryByTheLargestOfItsTensor() {
        EntryVerdicts verdicts = judged(entry(0x1p-11, 0x1p-11, 0x1p-12), 1, 1);

        assertThat(verdicts.passed()).isOne();
    }

    @Test
    void callsBothZeroWhatIsBelowAnUncertaintyThatIsSmallBesideAll() {
        EntryVerdicts at = judged(entry(TOLERANCE, -TOLERANCE / 2, 2 * TOLERANCE), TOLERANCE, 2);
        EntryVerdicts larger = judged(entry(3 * TOLERANCE, 3 * TOLERANCE, 2 * TOLERANCE), 3 * TOLERANCE, 2);
        EntryVerdicts tooUncertain = judged(entry(TOLERANCE, TOLERANCE, 2.5 * TOLERANCE), TOLERANCE, 2);

        assertThat(at.inconclusive()).containsExactly(Map.entry(Reason.BOTH_ZERO, 1));
        assertThat(larger.inconclusive()).containsExactly(Map.entry(Reason.ROUND_OFF, 1));
        assertThat(tooUncertain.inconclusive()).containsExactly(Map.entry(Reason.ROUND_OFF, 1));
    }

    @Test
    void callsExactZerosBothZero() {
        EntryVerdicts verdicts = judged(entry(0, 0, 0), 0, 0);

        assertThat(verdicts.inconclusive()).containsExactly(Map.entry(Reason.BOTH_ZERO, 1));
    }

    @Test
    void saysThatTheDerivativeDoesNotExistOnAKink() {
        EntryVerdicts verdicts = judged(new Entry(0, 0, 1, 1, 0.5, Reason.NOT_DIFFERENTIABLE), 1, 1);

        assertThat(verdicts.inconclusive()).containsExactly(Map.entry(Reason.NOT_DIFFERENTIABLE, 1));
    }

    @Test
    void failsOnAKinkBeyondTheJump() {
        EntryVerdicts verdicts = judged(new Entry(0, 0, 2, 1, 0.5, Reason.NOT_DIFFERENTIABLE), 2, 2);

        assertThat(verdicts.verdict()).isEqualTo(Verdict.FAIL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void concludesNothingFromWhatIsNotFinite(double number) {
        for (Entry entry : List.of(
                entry(number, 1, 0), entry(1, number, 0), entry(number, number, 0), entry(1, 1, Math.abs(number)))) {
            EntryVerdicts verdicts = judged(entry, 1, 1);

            assertThat(verdicts.inconclusive()).containsExactly(Map.entry(Reason.NON_FINITE, 1));
            assertThat(verdicts.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        }
    }

    @Test
    void knowsWhatIsFinite() {
        assertThat(entry(1, 1, INFINITY).isFinite()).isTrue();
        assertThat(entry(INFINITY, 1, 0).isFinite()).isFalse();
        assertThat(entry(1, -INFINITY, 0).isFinite()).isFalse();
    }
}
