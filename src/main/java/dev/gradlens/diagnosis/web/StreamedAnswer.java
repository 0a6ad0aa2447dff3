package dev.gradlens.diagnosis.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line of the answer to many submissions: what is said of one, in the order in which they were sent, or the summary, which
 * is the last. An answer without a summary broke off.
 *
 * @param id of the submission
 * @param line instead of an id that could not be read: the number of its line, from 1
 * @param verdict WRONG if any finding is, else UNDECIDED if any is, else CORRECT
 * @param findings one for each tensor sent, and one for each that is known to be wrong without having been sent
 * @param conventions what the forward tensors show; absent where that is nothing
 * @param correctUnder conventions other than the declared ones under which everything sent is correct; absent where there are
 *     none
 * @param problem instead of a verdict: why there is none, with pointers into the line
 * @param summary of all lines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record StreamedAnswer(
        @Nullable SubmissionId id,
        @Nullable Integer line,
        @Nullable DiagnosisVerdict verdict,
        @Nullable List<FindingAnswer> findings,
        @Nullable List<ShownAnswer> conventions,
        @Nullable List<OtherConventionsAnswer> correctUnder,
        @Nullable Problem problem,
        @Nullable DiagnosesSummary summary) {

    /**
     * All lines in numbers.
     *
     * @param submissions how many there were
     * @param correct how many with this verdict
     * @param wrong how many with this verdict
     * @param undecided how many with this verdict
     * @param problems how many could not be diagnosed
     * @param mistakes how often each code is the first of a finding that is WRONG
     */
    record DiagnosesSummary(
            long submissions, long correct, long wrong, long undecided, long problems, Map<String, Long> mistakes) {}

    static StreamedAnswer of(SubmissionId id, Judgement judgement) {
        return new StreamedAnswer(
                id,
                null,
                judgement.verdict(),
                judgement.findings(),
                orAbsent(judgement.conventions()),
                orAbsent(judgement.correctUnder()),
                null,
                null);
    }

    private static <T> @Nullable List<T> orAbsent(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    /** One of the two is null: the id where it could not be read, else the line. */
    static StreamedAnswer of(@Nullable SubmissionId id, @Nullable Integer line, Problem problem) {
        return new StreamedAnswer(id, line, null, null, null, null, problem, null);
    }

    static StreamedAnswer of(DiagnosesSummary summary) {
        return new StreamedAnswer(null, null, null, null, null, null, null, summary);
    }
}
