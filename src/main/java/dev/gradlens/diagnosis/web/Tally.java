package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.web.StreamedAnswer.DiagnosesSummary;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is said of lines. Used by one thread at a time. */
final class Tally {
    private final Map<DiagnosisVerdict, Long> verdicts = new EnumMap<>(DiagnosisVerdict.class);
    private final Map<String, Long> mistakes = new TreeMap<>();
    private long submissions;

    void add(JudgedLine line) {
        submissions++;
        line.verdict().ifPresent(verdict -> verdicts.merge(verdict, 1L, Long::sum));
        line.mistakes().forEach(id -> mistakes.merge(id, 1L, Long::sum));
    }

    DiagnosesSummary summary() {
        long judged = verdicts.values().stream().mapToLong(Long::longValue).sum();
        return new DiagnosesSummary(
                submissions,
                count(DiagnosisVerdict.CORRECT),
                count(DiagnosisVerdict.WRONG),
                count(DiagnosisVerdict.UNDECIDED),
                submissions - judged,
                mistakes);
    }

    private long count(DiagnosisVerdict verdict) {
        return verdicts.getOrDefault(verdict, 0L);
    }
}
