package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mutation scores by HTTP. */
class MutationIntegrationTests extends DiagnosisServiceTest {
    private static final String PATH = "/v1/mutation-scores";
    private static final String SUM = """
            {"network": {"inputs": 3, "layers": [{"type": "normalize", "normalization": {"type": "batch"}}],
                         "loss": "upstream"},
             "parameters": {"layers": [{}]},
             "batch": {"X": [[1, 5, 2], [3, 2, 7], [4, 4, 1], [2, 8, 3]],
                       "upstream": [[1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1]]},
             %s}""";

    private HttpResponse<String> post(String body) throws Exception {
        return client.post(PATH, "application/json", body);
    }

    private JsonNode score(String body) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return DiagnosisClient.JSON.readTree(answer.body());
    }

    @Test
    void offersARequestThatNoticesMore() throws Exception {
        JsonNode score = score(SUM.formatted("\"compares\": [\"dZ1\", \"dgamma1\", \"dbeta1\"]"));
        JsonNode improvement = score.get("improvement");

        JsonNode again = score(DiagnosisClient.JSON.writeValueAsString(improvement.get("request")));

        assertThat(score.get("score").doubleValue()).isLessThan(0.6);
        assertThat(again.get("score").doubleValue())
                .isEqualTo(improvement.get("score").doubleValue(), within(1e-12))
                .isGreaterThan(score.get("score").doubleValue());
    }

    @Test
    void saysWhyAMistakeIsMissed() throws Exception {
        JsonNode missed = score(SUM.formatted("\"compares\": [\"dZ1\"]")).get("missed");

        assertThat(missed.valueStream()
                        .filter(one -> one.get("id").stringValue().equals("G04")))
                .singleElement()
                .satisfies(one -> assertThat(one.get("why").stringValue()).contains("dgamma1", "compared"));
    }

    @Test
    void scoresAGradientCheck() throws Exception {
        JsonNode score = score(SUM.formatted("\"finiteDifference\": {\"step\": 1e-4}"));

        assertThat(score.get("score").doubleValue()).isBetween(0.1, 0.99);
    }

    @Test
    void namesEveryOffendingPlace() throws Exception {
        JsonNode problem = DiagnosisClient.problem(
                post(SUM.formatted("\"compares\": [\"dZ1\", \"dW1\", \"dZ2\"]")), 422, "invalid-request");

        assertThat(DiagnosisClient.pointers(problem)).containsExactly("/compares/1", "/compares/2");
    }

    @Test
    void wantsExactlyOneKindOfTest() throws Exception {
        JsonNode none = DiagnosisClient.problem(post(SUM.formatted("\"mode\": \"training\"")), 422, "invalid-request");
        JsonNode both = DiagnosisClient.problem(
                post(SUM.formatted("\"compares\": [\"dZ1\"], \"finiteDifference\": {}")), 422, "invalid-request");

        assertThat(DiagnosisClient.pointers(none)).containsExactly("/compares");
        assertThat(DiagnosisClient.pointers(both)).containsExactly("/finiteDifference");
    }
}
