package dev.gradlens.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TensorReportTests {

    private static final double TOLERANCE = 1e-3;
    private static final Node NODE = new Node(0, Kind.W);

    private static final GradientCheck CHECK = new GradientCheck(
            Method.of(Oracle.COMPLEX_STEP), Targets.PARAMETERS, TOLERANCE, Sampling.everything(), Set.of());

    private static final Entry RIGHT = new Entry(0, 0, 2, 2, 0, Reason.ROUND_OFF);
    private static final Entry WRONG = new Entry(0, 1, 2, 1, 0, Reason.ROUND_OFF);
    private static final Entry WORSE = new Entry(1, 0, 1, 3, 0, Reason.ROUND_OFF);
    private static final Entry ZERO = new Entry(1, 1, 0, 0, 1e-9, Reason.ROUND_OFF);
    private static final Entry VAGUE = new Entry(2, 0, 2, 2, 1, Reason.ROUND_OFF);
    private static final Entry KINKED = new Entry(2, 1, 2, 2, 1, Reason.NOT_DIFFERENTIABLE);
    private static final Entry NOT_A_NUMBER = new Entry(3, 0, Double.NaN, 2, 0, Reason.ROUND_OFF);

    private static TensorReport report(Entry... entries) {
        return TensorReport.of(NODE, List.of(entries), 100, TOLERANCE, new Largest(2, 2));
    }

    @Test
    void failsIfOneEntryDoes() {
        TensorReport report = report(RIGHT, ZERO, VAGUE, WRONG, NOT_A_NUMBER);

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.failed()).isOne();
        assertThat(report.reason()).isEmpty();
        assertThat(report.isRight()).isFalse();
    }

    @Test
    void passesIfAllPassOrAreZero() {
        TensorReport report = report(RIGHT, ZERO);

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.reason()).isEmpty();
        assertThat(report.isRight()).isTrue();
    }

    @Test
    void isRightButInconclusiveIfAllAreZero() {
        TensorReport report = report(ZERO, ZERO);

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.reason()).contains(Reason.BOTH_ZERO);
        assertThat(report.isRight()).isTrue();
    }

    @Test
    void concludesNothingIfOneEntryIsVague() {
        TensorReport report = report(RIGHT, ZERO, VAGUE);

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.reason()).contains(Reason.ROUND_OFF);
        assertThat(report.isRight()).isFalse();
    }

    @Test
    void isNotRightIfZerosStandBesideVagueOnes() {
        TensorReport report = report(ZERO, VAGUE);

        assertThat(report.isRight()).isFalse();
    }

    @Test
    void namesTheGravestReason() {
        assertThat(report(ZERO, VAGUE, KINKED, NOT_A_NUMBER).reason()).contains(Reason.NON_FINITE);
        assertThat(report(ZERO, VAGUE, KINKED).reason()).contains(Reason.NOT_DIFFERENTIABLE);
    }

    @Test
    void countsEveryReason() {
        TensorReport report = report(ZERO, ZERO, VAGUE, KINKED, NOT_A_NUMBER, RIGHT);

        assertThat(report.inconclusive())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Reason.BOTH_ZERO, 2,
                        Reason.ROUND_OFF, 1,
                        Reason.NOT_DIFFERENTIABLE, 1,
                        Reason.NON_FINITE, 1));
        assertThat(report.checked()).isEqualTo(6);
        assertThat(report.size()).isEqualTo(100);
    }

    @Test
    void showsTheWorstOfTheFiniteOnes() {
        TensorReport report = report(RIGHT, WRONG, NOT_A_NUMBER, WORSE);

        assertThat(report.worst()).contains(WORSE);
        assertThat(report.maxRelativeError()).isEqualTo(2.0 / 3);
    }

    @Test
    void measuresTheWorstByWhatIsAllowed() {
        Entry excused = new Entry(0, 0, 1e-12, 2e-12, 1e-9, Reason.ROUND_OFF);
        Entry strained = new Entry(0, 1, 2, 2 - 1e-3, 0, Reason.ROUND_OFF);

        TensorReport report = report(excused, strained);

        assertThat(report.worst()).contains(strained);
        assertThat(report.maxRelativeError()).isEqualTo(0.5);
    }

    @Test
    void hasNoWorstWhereNothingIsFinite() {
        TensorReport report = report(NOT_A_NUMBER);

        assertThat(report.worst()).isEmpty();
        assertThat(report.maxRelativeError()).isNaN();
        assertThat(report.normRelativeError()).isNaN();
    }

    @Test
    void comparesNorms() {
        TensorReport report =
                report(new Entry(0, 0, 3, 0, 0, Reason.ROUND_OFF), new Entry(0, 1, 0, 4, 0, Reason.ROUND_OFF));

        assertThat(report.normRelativeError()).isCloseTo(5.0 / 7, Offset.offset(1e-15));
    }

    @Test
    void comparesNormsOfNumbersWhoseSquaresVanish() {
        TensorReport report = report(
                new Entry(0, 0, 3e-200, 0, 0, Reason.ROUND_OFF), new Entry(0, 1, 0, 4e-200, 0, Reason.ROUND_OFF));

        assertThat(report.normRelativeError()).isCloseTo(5.0 / 7, Offset.offset(1e-12));
    }

    @Test
    void neverCallsGoodWhatWasNotLookedAt() {
        TensorReport report = report();

        assertThat(report.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(report.isRight()).isFalse();
        assertThat(report.checked()).isZero();
        assertThat(report.reason()).isEmpty();
    }

    @Test
    void makeAWholeThatFailsIfOneDoes() {
        assertThat(whole(report(RIGHT), report(WRONG), report(VAGUE))).isEqualTo(Verdict.FAIL);
    }

    @Test
    void makeAWholeThatPassesIfEveryOneIsRight() {
        assertThat(whole(report(RIGHT), report(ZERO), report(RIGHT, ZERO))).isEqualTo(Verdict.PASS);
    }

    @Test
    void makeAWholeThatConcludesNothingIfOneDoesNot() {
        assertThat(whole(report(RIGHT), report(VAGUE))).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(whole(report(RIGHT), report())).isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static Verdict whole(TensorReport... tensors) {
        return CheckReport.of(CHECK, List.of(tensors), Optional.empty(), Optional.empty())
                .verdict();
    }
}
