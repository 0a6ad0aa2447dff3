package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Submission;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.setup.SetupReader;

/** Reads a request for one diagnosis. */
final class DiagnosisReader {
    private final SetupReader setups;

    DiagnosisReader(SetupReader setups) {
        this.setups = setups;
    }

    /** An exercise and what was handed in. */
    record Read(ExerciseReader.Read exercise, Submission submission) {}

    /**
     * Reads it.
     *
     * @throws dev.gradlens.wire.InvalidRequestException with everything that is wrong
     */
    Read read(Posted<DiagnosisForm> posted) {
        DiagnosisForm form = posted.value();
        SubmissionReader reader = new SubmissionReader(setups.known(form, posted.faults()));
        Submission submission = reader.read(form, posted.faults());
        return new Read(new ExerciseReader(setups).read(form, posted.faults()), submission);
    }
}
