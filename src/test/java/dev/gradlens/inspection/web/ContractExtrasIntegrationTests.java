package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The first network that clients are shown, with everything that can be asked beside it. */
class ContractExtrasIntegrationTests extends ServiceTest {

    private JsonNode inspect(String changes) throws Exception {
        return client.inspect(Edit.apply(Sound.of("contract"), changes));
    }

    private static void assertHas(JsonNode answer, String place, String members) {
        assertThat(answer.at(place).propertyNames()).as(place).containsExactlyInAnyOrder(members.split(" "));
    }

    @Test
    void pathsSumUpToDZ() throws Exception {
        JsonNode layer = inspect("/include = [\"paths\"]").at("/layers/0");

        assertHas(layer, "/paths", "direct throughMean throughVariance norms");
        double sum = 0;
        for (String path : List.of("direct", "throughMean", "throughVariance")) {
            sum += layer.at("/paths/" + path + "/1/2").doubleValue();
        }
        assertThat(sum).isEqualTo(layer.at("/backward/dZ/1/2").doubleValue(), within(1e-15));
    }

    @Test
    void jacobianComesWithItsResidual() throws Exception {
        JsonNode layer = inspect("/include = [\"jacobian\"]").at("/layers/0");

        assertThat(layer.get("jacobian").size()).isEqualTo(3);
        assertThat(layer.at("/jacobian/2/3").size()).isEqualTo(4);
        assertThat(layer.get("jacobianResidual").doubleValue()).isLessThan(1e-12);
    }

    @Test
    void lawsHold() throws Exception {
        JsonNode laws = inspect("/include = [\"laws\"]").at("/layers/0/laws");

        assertThat(laws.size()).isPositive();
        for (JsonNode law : laws) {
            assertHas(law, "", "id statement left right residual holds");
            assertThat(law.get("holds").booleanValue()).as(law.toString()).isTrue();
        }
    }

    @Test
    void everyOtherBackwardIsComparedWithTheExactOne() throws Exception {
        JsonNode comparisons = inspect("/include = [\"compareBackwards\"]").get("compareBackwards");

        assertThat(comparisons.valueStream().map(each -> each.get("backward").stringValue()))
                .containsExactlyInAnyOrder("statisticsAsConstants", "skipNormalization");
        for (JsonNode comparison : comparisons) {
            assertHas(comparison, "/tensors/0", "layer tensor cosine relativeError normRatio");
        }
    }

    @Test
    void everyBackwardDescendsOrNot() throws Exception {
        JsonNode descent = inspect("/include = [\"descent\"]").get("descent");

        assertHas(descent, "", "steps exact statisticsAsConstants skipNormalization");
        assertHas(descent, "/exact", "costs linear slope verdict");
        assertThat(descent.at("/exact/costs").size())
                .isEqualTo(descent.get("steps").size());
        assertThat(descent.at("/exact/verdict").stringValue()).isEqualTo("descends");
    }

    @Test
    void resourcesAreCountedAndMeasured() throws Exception {
        JsonNode resources = inspect("/include = [\"resources\"]").at("/layers/0/resources");

        assertHas(resources, "", "products normalization normalizationShare");
        assertHas(resources, "/products", "flops bytes microseconds");
        assertHas(resources, "/normalization", "flops bytes microseconds");
    }

    @Test
    void everythingCanBeIncludedAtOnce() throws Exception {
        JsonNode answer = inspect(
                "/include = [\"paths\", \"laws\", \"descent\", \"compareBackwards\", \"jacobian\", \"resources\"]");

        assertThat(answer.propertyNames()).contains("compareBackwards", "descent");
        assertThat(answer.at("/layers/0").propertyNames())
                .contains("paths", "laws", "jacobian", "jacobianResidual", "resources");
    }

    @ParameterizedTest
    @CsvSource({
        "exact, dA dZtilda dZnorm dsigma2 dmu dZ dW db dgamma dbeta, PASS",
        "statisticsAsConstants, dA dZtilda dZnorm dZ dW db dgamma dbeta, FAIL",
        "skipNormalization, dA dZtilda dZ dW db dgamma dbeta, FAIL"
    })
    void everyBackwardShowsWhatItReachesAndWrongOnesFail(String backward, String members, String verdict)
            throws Exception {
        JsonNode answer = inspect("/backward = \"" + backward + "\"");

        assertHas(answer, "/layers/0/backward", members);
        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isEqualTo(verdict);
        assertThat(answer.at("/effective/backward").stringValue()).isEqualTo(backward);
    }

    @Test
    void inferenceNormalizesByRunningStatistics() throws Exception {
        JsonNode answer = inspect("/mode = \"inference\" & /parameters/layers/0/runningMean = [0.1, 0.2, 0.3]"
                + " & /parameters/layers/0/runningVariance = [0.5, 2, 1]");

        assertHas(answer, "/layers/0/forward", "Z mu sigma2 Znorm Ztilda A");
        assertHas(answer, "/layers/0/backward", "dA dZtilda dZnorm dZ dW db dgamma dbeta");
        assertThat(answer.at("/layers/0/forward/mu").toString()).isEqualTo("[0.1,0.2,0.3]");
        assertThat(answer.at("/layers/0/forward/sigma2").toString()).isEqualTo("[0.5,2.0,1.0]");
        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isEqualTo("PASS");
    }

    @ParameterizedTest
    @CsvSource({
        "complexStep, parameters, 1e-9", "complexStep, all, 1e-9",
        "centralDifference, parameters, 1e-6", "centralDifference, all, 1e-6",
        "ridders, parameters, 1e-7", "ridders, all, 1e-7"
    })
    void everyOracleReportsEveryMember(String oracle, String targets, double tolerance) throws Exception {
        JsonNode check = inspect(("/gradientCheck = {\"oracle\": \"%s\", \"targets\": \"%s\", \"seed\": 1,"
                                + " \"stepSizeCurve\": true, \"taylorTest\": true}")
                        .formatted(oracle, targets))
                .get("gradientCheck");

        assertHas(check, "", "verdict oracle tolerance step tensors stepSizeCurve taylorTest");
        assertThat(check.get("tolerance").doubleValue()).isEqualTo(tolerance);
        assertThat(check.get("verdict").stringValue()).isNotEqualTo("FAIL");
        assertHas(check, "/tensors/0/worst", "index analytic numeric uncertainty");
        assertThat(check.at("/tensors/0").propertyNames())
                .contains("layer", "tensor", "verdict", "checked", "size", "maxRelativeError", "normRelativeError");
        assertThat(check.get("tensors")
                        .valueStream()
                        .anyMatch(each -> each.get("tensor").stringValue().equals("dX") && !each.has("layer")))
                .isEqualTo(targets.equals("all"));
    }

    @Test
    void saysThatNothingWasCheckedWhereOneEntryIsTooMuch() throws Exception {
        JsonNode answer = client.inspect(InspectionClient.JSON.readTree(
                """
                {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 600, "activation": "tanh"},
                    {"type": "dense", "units": 600, "activation": "tanh"}, {"type": "dense", "units": 2}],
                    "loss": "softmaxCrossEntropy"},
                 "initialization": {"scheme": "he", "seed": 1}, "tensors": {"format": "none"},
                 "batch": {"X": %s, "labels": %s}}
                """.formatted(Collections.nCopies(300, "[1, 2]"), Collections.nCopies(300, 1))));

        assertThat(answer.at("/gradientCheck/verdict").stringValue()).isEqualTo("INCONCLUSIVE");
        assertThat(answer.at("/gradientCheck/tensors").valueStream())
                .isNotEmpty()
                .allSatisfy(tensor -> {
                    assertHas(tensor, "", "layer tensor verdict checked size detail");
                    assertThat(tensor.get("checked").intValue()).isZero();
                    assertThat(tensor.get("detail").stringValue()).endsWith("ask for it by gradientCheck");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "true", "{}", "{\"tolerance\": 1e-6, \"maxPerTensor\": 2}"})
    void aCheckIsAskedForInShortAndInFull(String form) throws Exception {
        JsonNode answer = inspect("/gradientCheck = " + form);

        assertThat(answer.has("gradientCheck")).isEqualTo(!form.equals("false"));
        assertThat(answer.at("/gradientCheck/verdict").asString("PASS")).isEqualTo("PASS");
    }
}
