package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The requests that clients are shown first, and the members that their answers are to have. */
class ContractExamplesIntegrationTests extends ServiceTest {
    private static final String FORWARD = "Z mu sigma2 Znorm Ztilda A runningMean runningVariance";
    private static final String BACKWARD = "dA dZtilda dZnorm dsigma2 dmu dZ dW db dgamma dbeta";

    private static ObjectNode example(String changes) {
        ObjectNode request = Sound.of("contract");
        return changes.isEmpty() ? request : Edit.apply(request, changes);
    }

    private static void assertHas(JsonNode answer, String place, String members) {
        assertThat(answer.at(place).propertyNames()).as(place).containsExactlyInAnyOrder(members.split(" "));
    }

    @Test
    void theFirstNetworkShowsEveryMemberAndPasses() throws Exception {
        JsonNode answer = client.inspect(example(""));

        assertHas(answer, "", "cost layers dX gradientCheck effective warnings run");
        assertHas(answer, "/layers/0", "layer type forward backward");
        assertHas(answer, "/layers/0/forward", FORWARD);
        assertHas(answer, "/layers/0/backward", BACKWARD);
        assertHas(answer, "/layers/1/forward", "Z A");
        assertHas(answer, "/layers/1/backward", "dA dZ dW db");
        assertThat(answer.at("/layers/1/layer").intValue()).isEqualTo(2);
        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isEqualTo("PASS");
        assertThat(answer.get("run").propertyNames()).contains("backend", "milliseconds");
        assertHas(answer, "/effective", "conventions network layout gradientScale precision mode backward");
    }

    /** A normalization by itself: its X is its Z. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "identity | upstream | \"upstream\": [[1, 2], [-1, 0.5], [0.3, -2]]",
                "softmax | crossEntropy | \"labels\": [1, 0, 1]",
                "softmax | crossEntropy | \"Y\": [[0.2, 0.8], [1, 0], [0.5, 0.7]]",
                "identity | softmaxCrossEntropy | \"labels\": [1, 0, 1]",
                "identity | softmaxCrossEntropy | \"Y\": [[0.2, 0.8], [1, 0], [0.5, 0.5]]",
                "sigmoid | binaryCrossEntropy | \"Y\": [[0, 1], [1, 1], [0, 0]]",
                "identity | sigmoidBinaryCrossEntropy | \"Y\": [[0, 1], [1, 1], [0, 0]]",
                "tanh | meanSquaredError | \"Y\": [[0, 1], [1, 1], [0, 0]]",
                "gelu | halfMeanSquaredError | \"Y\": [[0, 1], [1, 1], [0, 0]]",
            })
    void aLoneNormalizationTakesEveryLoss(String activation, String loss, String target) throws Exception {
        for (String type : List.of("batch", "layer", "rms")) {
            JsonNode answer =
                    client.inspect(InspectionClient.JSON.readTree("""
                    {"network": {"inputs": 2, "layers": [{"type": "normalize", "normalization": {"type": "%s", "epsilon": 0.1},
                        "activation": "%s"}], "loss": "%s"},
                     "parameters": {"layers": [{"gamma": [1.5, 0.5], "beta": [[0.1], [-0.2]]}]},
                     "batch": {"X": [[0.7, -1.2], [0.4, 0.9], [-0.3, 2.1]], %s},
                     "gradientCheck": {"targets": "all"}}""".formatted(type, activation, loss, target)));

            assertThat(answer.at("/layers/0/forward/Z").toString()).isEqualTo("[[0.7,-1.2],[0.4,0.9],[-0.3,2.1]]");
            assertThat(answer.get("dX")).isEqualTo(answer.at("/layers/0/backward/dZ"));
            assertThat(answer.at("/layers/0/backward").has("dW")).isFalse();
            assertThat(answer.at("/gradientCheck/verdict").stringValue())
                    .as(type)
                    .isEqualTo("PASS");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"identity\"",
                "\"relu\"",
                "\"leakyRelu\"",
                "\"elu\"",
                "\"tanh\"",
                "\"sigmoid\"",
                "\"softplus\"",
                "\"silu\"",
                "\"gelu\"",
                "{\"type\": \"leakyRelu\", \"slope\": 0.2}",
                "{\"type\": \"elu\", \"alpha\": 0.5}"
            })
    void everyActivationPasses(String activation) throws Exception {
        JsonNode answer = client.inspect(example("/network/layers/0/activation = " + activation));

        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isEqualTo("PASS");
    }

    @ParameterizedTest
    @CsvSource({"paper, rows, 1e-5", "course, columns, 1e-5", "pytorch, rows, 1e-5", "keras, rows, 1e-3"})
    void everyBundleIsInEffect(String bundle, String layout, double epsilon) throws Exception {
        ObjectNode request = example("/network/layers/0/normalization/epsilon - & /conventions = \"" + bundle + "\"");
        if (layout.equals("columns")) {
            Edit.put(request, "/batch/X", Forms.transposed(request.at("/batch/X")));
        }

        JsonNode effective = client.inspect(request).get("effective");

        assertThat(effective.get("conventions").stringValue()).isEqualTo(bundle);
        assertThat(effective.get("layout").stringValue()).isEqualTo(layout);
        assertHas(
                effective,
                "/network/layers/0/normalization",
                "type epsilon epsilonPlacement varianceEstimator runningVarianceEstimator momentum momentumConvention");
        assertThat(effective.at("/network/layers/0/normalization/epsilon").doubleValue())
                .isEqualTo(epsilon);
    }

    @ParameterizedTest
    @CsvSource({
        "flat, shape datatype data",
        "base64, shape datatype base64",
        "summary, shape min max mean std norm zeros nonFinite histogram"
    })
    void everyFormOfATensorHasItsMembers(String format, String members) throws Exception {
        JsonNode answer = client.inspect(example("/tensors = {\"format\": \"" + format + "\"}"));

        for (String place : List.of("/layers/0/forward/Z", "/layers/0/backward/dgamma", "/dX")) {
            assertHas(answer, place, members);
        }
        assertThat(answer.at("/layers/0/forward/Z/histogram").propertyNames())
                .containsExactly(format.equals("summary") ? new String[] {"edges", "counts"} : new String[0]);
    }

    @Test
    void noTensorsAreShownWhereNoneAreWanted() throws Exception {
        JsonNode answer = client.inspect(example("/tensors = {\"format\": \"none\"}"));

        assertThat(answer.findValues("Z")).isEmpty();
        assertThat(answer.has("dX")).isFalse();
        assertThat(answer.at("/cost").isNumber()).isTrue();
        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isEqualTo("PASS");
    }

    @Test
    void theNamedTensorsAreKeptInEveryLayerOrInOne() throws Exception {
        JsonNode everywhere = client.inspect(example("/tensors = {\"only\": [\"dW\"]}"));
        JsonNode inTheSecond = client.inspect(example("/tensors = {\"only\": [\"dW2\"]}"));

        assertThat(everywhere.findValues("dW")).hasSize(2);
        assertThat(inTheSecond.findValues("dW")).hasSize(1);
        assertThat(inTheSecond.at("/layers/1/backward/dW")).isEqualTo(everywhere.at("/layers/1/backward/dW"));
        assertThat(everywhere.findValues("Z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"he", "xavier", "lecun", "normal", "zeros"})
    void everySchemeMakesParametersThatAreShown(String scheme) throws Exception {
        JsonNode answer = client.inspect(example(
                "/parameters - & /initialization = {\"scheme\": \"%s\", \"seed\": 1, \"scale\": 1}".formatted(scheme)));

        assertHas(answer, "/parameters/layers/0", "W b gamma beta runningMean runningVariance");
        assertThat(AnswerTensors.numbers(answer.at("/parameters/layers/0/W")).allMatch(w -> w == 0))
                .isEqualTo(scheme.equals("zeros"));
        assertThat(answer.at("/effective/initialization/scheme").stringValue()).isEqualTo(scheme);
        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isNotEqualTo("FAIL");
    }
}
