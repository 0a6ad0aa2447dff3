package dev.gradlens.wire.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.InvalidRequestException;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.UnreadableException;
import dev.gradlens.wire.Work;
import dev.gradlens.wire.WorkTooLargeException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ProblemTests {
    private final JsonMapper json = new JsonMapper();

    @Test
    void hasEveryTypeOfTheContract() {
        Map<String, Integer> contract = Map.ofEntries(
                Map.entry("unreadable", 400),
                Map.entry("not-found", 404),
                Map.entry("method-not-allowed", 405),
                Map.entry("not-acceptable", 406),
                Map.entry("conflict", 409),
                Map.entry("precondition-failed", 412),
                Map.entry("too-large", 413),
                Map.entry("unsupported-media-type", 415),
                Map.entry("invalid-request", 422),
                Map.entry("work-too-large", 422),
                Map.entry("too-many-requests", 429),
                Map.entry("unavailable", 503));

        contract.forEach((slug, status) ->
                assertThat(ProblemType.ofSlug(slug).orElseThrow().status()).isEqualTo(status));
    }

    @ParameterizedTest
    @EnumSource
    void explainsEachTypeInSentences(ProblemType type) {
        assertThat(type.title()).matches("[A-Z].*[^.]");
        assertThat(type.explanation()).endsWith(".").hasSizeGreaterThan(60);
        assertThat(type.uri()).matches("/problems/[a-z-]+");
    }

    @Test
    void writesFaultsWithTheirPointers() {
        Faults faults = new Faults();
        faults.add(Pointer.of("batch", "X").item(2), "has 1 number where the rows before have 2");

        assertThat(json.writeValueAsString(
                        Problem.of(new InvalidRequestException(faults)).at("/v1/inspections")))
                .isEqualTo(
                        "{\"type\":\"/problems/invalid-request\",\"title\":\"The request is not valid\",\"status\":422,"
                                + "\"detail\":\"The request has a fault.\",\"instance\":\"/v1/inspections\",\"errors\":[{"
                                + "\"pointer\":\"/batch/X/2\",\"detail\":\"has 1 number where the rows before have 2\"}]}");
    }

    @Test
    void writesTheLineAndColumnOfWhatIsNotJson() {
        assertThat(Problem.of(new UnreadableException(2, 7, "This is not JSON."))
                        .errors())
                .containsExactly(ProblemError.at(2, 7, "This is not JSON."));
    }

    @Test
    void writesTheEstimateBesideTheLimits() {
        Problem problem = Problem.of(new WorkTooLargeException(new Work(5, 6, 7), new Work(1, 2, 3)));

        assertThat(json.writeValueAsString(problem))
                .contains("\"estimate\":{\"operations\":5,\"bytes\":6,\"answerNumbers\":7}")
                .contains("\"limits\":{\"operations\":1,\"bytes\":2,\"answerNumbers\":3}")
                .doesNotContain("errors", "within");
    }

    @Test
    void makesNoClientsFaultOneOfTheService() {
        assertThat(ProblemType.ofStatus(501)).isEqualTo(ProblemType.BAD_REQUEST);
        assertThat(ProblemType.ofStatus(505)).isEqualTo(ProblemType.BAD_REQUEST);
        assertThat(ProblemType.ofStatus(500)).isEqualTo(ProblemType.INTERNAL_ERROR);
    }
}
