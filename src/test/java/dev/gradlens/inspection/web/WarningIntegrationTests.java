package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a reader of the numbers should know. */
class WarningIntegrationTests extends ServiceTest {
    private static final String CONSTANT = "/batch/X/1 = [0.1, 0.1, 0.1, 0.1, 0.1]";

    /** Each warning as {@code code layer tensor count}. */
    private static List<String> warnings(JsonNode answer) {
        return answer.get("warnings")
                .valueStream()
                .map(warning -> "%s %s %s %d"
                        .formatted(
                                warning.get("code").stringValue(),
                                warning.path("layer").asString("-"),
                                warning.get("tensor").stringValue(),
                                warning.get("count").intValue()))
                .toList();
    }

    @Test
    void givesNaNAsAStringAndSaysWhere() throws Exception {
        ObjectNode request = Edit.apply(Sound.loneBatch(), CONSTANT + " & /network/layers/0/normalization/epsilon = 0");

        JsonNode answer = client.inspect(request);

        assertThat(answer.at("/layers/0/forward/Znorm/1/0").stringValue()).isEqualTo("NaN");
        assertThat(answer.get("cost").stringValue()).isEqualTo("NaN");
        assertThat(answer.at("/layers/0/forward/Znorm/0/0").isNumber()).isTrue();
        assertThat(warnings(answer))
                .contains("nonFinite - cost 1", "nonFinite 1 Znorm 5", "nonFinite 1 dZ 5", "nonFinite - dX 5");
        assertThat(answer.at("/warnings/0/detail").stringValue()).isNotEmpty();
    }

    @Test
    void differentiatesAConstantFeatureWithEpsilonOutsideTheRoot() throws Exception {
        ObjectNode request = Edit.apply(
                Sound.loneBatch(), CONSTANT + " & /network/layers/0/normalization/epsilonPlacement = \"outsideSqrt\"");

        JsonNode answer = client.inspect(request);

        assertThat(answer.at("/layers/0/backward/dsigma2/1").doubleValue()).isZero();
        assertThat(answer.at("/layers/0/backward/dZ/1/0").isNumber()).isTrue();
        assertThat(warnings(answer)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308", "-1e308"})
    void goesOnAtTheEndOfTheRange(String number) throws Exception {
        ObjectNode request = Edit.apply(Sound.loneBatch(), "/batch/X/0/0 = " + number + " & /batch/X/0/1 = " + number);

        JsonNode answer = client.inspect(request);

        assertThat(warnings(answer))
                .allMatch(warning -> warning.startsWith("nonFinite"))
                .isNotEmpty();
    }

    @Test
    void warnsOfABatchOfOne() throws Exception {
        ObjectNode request =
                Edit.apply(Sound.loneBatch(), "/batch/X = [[1], [2], [3]] & /batch/upstream = [[1], [2], [3]]");

        JsonNode answer = client.inspect(request);

        assertThat(warnings(answer))
                .containsExactly("singleValue 1 Znorm 3", "runningVarianceKept 1 runningVariance 3");
        assertThat(AnswerTensors.numbers(answer.at("/layers/0/forward/Znorm"))).containsOnly(0.0);
        assertThat(AnswerTensors.numbers(answer.at("/layers/0/forward/runningVariance")))
                .containsOnly(1.0);
    }

    @Test
    void warnsWhereAnActivationHasNoDerivative() throws Exception {
        ObjectNode request = Edit.apply(
                Sound.logits(),
                "/network/loss = \"meanSquaredError\" & /network/layers/0/activation = \"relu\" & /parameters/layers/0 = {\"W\": [[1, 0, 0]], \"b\": [0]} & /batch = {\"X\": [[0, 1, 1], [1, 0, 0]], \"Y\": [[1], [1]]} & /gradientCheck = true");

        JsonNode answer = client.inspect(request);

        assertThat(warnings(answer)).containsExactly("notDifferentiable 1 Z 1");
        assertThat(answer.at("/layers/0/backward/dZ/0/0").doubleValue()).isZero();
        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isNotEqualTo("FAIL");
    }

    @Test
    void isSilentWhereThereIsNothingToSay() throws Exception {
        assertThat(client.inspect(Sound.threeLayers()).get("warnings").isEmpty())
                .isTrue();
    }
}
