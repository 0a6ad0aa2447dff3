package dev.gradlens.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.check.Verdict;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a check has to say, in capitals, as test runners write it. */
@Schema(name = "Verdict")
enum VerdictName {
    /** Right, as far as it was looked at. */
    @JsonProperty("PASS")
    PASS,
    /** Wrong beyond any rounding. */
    @JsonProperty("FAIL")
    FAIL,
    /** Neither can be said; there is a reason. */
    @JsonProperty("INCONCLUSIVE")
    INCONCLUSIVE;

    static VerdictName of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INCONCLUSIVE -> INCONCLUSIVE;
        };
    }
}
