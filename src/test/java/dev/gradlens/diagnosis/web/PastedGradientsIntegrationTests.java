package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Right gradients, as programs print them. */
class PastedGradientsIntegrationTests extends DiagnosisServiceTest {

    /** By NumPy: one tensor in scientific notation, the other not. */
    private static final String OF_DOUBLES = """
            {"network": {"inputs": 3, "loss": "crossEntropy",
               "layers": [{"type": "normalize", "normalization": {"type": "batch"}, "activation": "softmax"}]},
             "parameters": {"layers": [{"gamma": [1.5, -0.5, 2], "beta": [0, 0.5, 1]}]},
             "batch": {"X": [[-0.6, -0.6, 0.1], [1.3, -0.3, -1.1], [-0.8, 1.8, -0.4], [-1.2, -0.3, 0.3]],
               "labels": [0, 0, 2, 2]},
             "gradients": {"layers": [{
               "dZ": [[-2.83008169e-01, -6.29841336e-03, 5.70548603e-01],
                 [4.37157495e-02, -1.85437927e-04, 1.26199259e-01],
                 [1.51288102e-01, -8.99886100e-04, -4.15425202e-01],
                 [8.80043175e-02, 7.38373739e-03, -2.81322661e-01]],
               "dbeta": [-0.23189183, 0.15996141, 0.07193042]}]}}
            """;

    /** By the digits that tell a float32. */
    private static final String OF_SINGLES = """
            {"network": {"inputs": 2, "loss": "crossEntropy",
               "layers": [{"type": "normalize", "normalization": {"type": "batch"}, "activation": "softmax"}]},
             "parameters": {"layers": [{"gamma": [1.5, -0.5], "beta": [0, 0.5]}]},
             "batch": {"X": [[3.0, 0.1], [0.6, -0.4], [-0.8, -0.1]], "labels": [1, 1, 0]},
             "precision": "float32",
             "gradients": {"layers": [{
               "dZ": [[-0.0323081, 0.47852868], [0.08769646, 0.31893778], [-0.05538836, -0.7974665]],
               "dgamma": [0.7025537, -0.205981],
               "dbeta": [0.06135516, -0.06135516]}]}}
            """;

    @ParameterizedTest
    @ValueSource(strings = {OF_DOUBLES, OF_SINGLES})
    void areCorrect(String request) throws Exception {
        JsonNode diagnosis = client.diagnose(DiagnosisClient.JSON.readTree(request));

        assertThat(diagnosis.get("verdict").stringValue()).isEqualTo("CORRECT");
    }

    @ParameterizedTest
    @CsvSource({"significantDigits, 9", "decimals, 8"})
    void areCorrectByTheRoundingThatIsNamed(String kind, int digits) throws Exception {
        ObjectNode request = (ObjectNode) DiagnosisClient.JSON.readTree(OF_DOUBLES);
        request.putObject("rounding").put(kind, digits);

        JsonNode diagnosis = client.diagnose(request);

        assertThat(diagnosis.get("verdict").stringValue()).isEqualTo("CORRECT");
    }
}
