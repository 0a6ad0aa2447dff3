package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is not built yet, what is unknown, and several faults at once. */
class RequestRefusalsIntegrationTests extends RefusalTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/conventions = \"numpy\" | /conventions | must be one of course, paper, pytorch, keras, got 'numpy'",
                "/precision = \"float16\" | /precision | must be one of float64, float32, got 'float16'",
                "/gradientScale = \"mean\" | /gradientScale | must be one of cost, meanInParameters, got 'mean'",
                "/mode = \"train\" | /mode | must be one of training, inference, got 'train'",
                "/backward = \"wrong\" | /backward | must be one of exact, statisticsAsConstants, skipNormalization",
                "/include = \"laws\" | /include | must be an array",
                "/gradientCheck = 1 | /gradientCheck | must be true or false, or an object, got a number",
                "/gradientCheck = {\"tolerance\": 0} | /gradientCheck/tolerance | must be more than 0, got 0",
                "/gradientCheck = {\"tolerance\": 1} | /gradientCheck/tolerance | must be less than 1, got 1",
                "/gradientCheck = {\"step\": 0} | /gradientCheck/step | must be more than 0, got 0",
                "/gradientCheck = {\"maxPerTensor\": 0} | /gradientCheck/maxPerTensor | must be at least 1, got 0",
                "/gradientCheck = {\"targets\": \"dX\"} | /gradientCheck/targets | must be one of parameters, all, got 'dX'",
                "/tensors = {\"format\": \"zip\"} | /tensors/format | must be one of nested, flat, base64, summary, none, got 'zip'",
                "/parameters - | /parameters | is missing",
                "/network - & /batch - | /batch /network | is missing; it must be an object",
            })
    void refusesRequests(String changes, String pointers, String sentence) throws Exception {
        assertRefused("logits", changes, pointers, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | /mode = \"train\" & /network/layers/1/units = 2.7 & /parameters/layers/0/W/1 = [1] & /batch/X/0/0 = 1e400 & /batch/labels/2 = 3",
                "three-layers | /nonsense = 1 & /network/layers/0/normalization/momentum = 2 & /network/layers/1/normalization/momentum = 0.9 & /parameters/layers/0/gamma = [1] & /batch/labels/5 = 0.5",
                "three-layers | /network/loss - & /network/weightDecay = \"0\" & /parameters/layers/1/b = [1, 2, 3, 4] & /parameters/layers/2/b - & /batch/X/3 = [1, 2]",
                "three-layers | /include/1 = \"law\" & /tensors/format = \"flatt\" & /parameters/layers/0/runningVariance/2 = -1 & /parameters/layers/1/beta/1 = [1, 2] & /batch/labels/0 = \"a\"",
                "course-rms | /gradientCheck/targets = \"some\" & /network/layers/0/activation/slope = 1 & /parameters/layers/0/W = [[1]] & /parameters/layers/1/b = [1, 2] & /batch/Y = [[1]]",
                "inference | /backward = 3 & /network/inputs = 0 & /network/layers/0/activation = \"Gelu\" & /parameters/layers/1/gamma = [1] & /batch/layout = \"row\"",
                "lone-batch | /conventions = null & /network/layers/0/activation = \"Relu\" & /parameters/layers/0/b = [1, 2, 3] & /batch/X/1/1 = true & /batch/labels = [1, 2, 0, 1, 2]",
            })
    void namesFiveFaultsOfDifferentKindsAtOnce(String request, String changes) throws Exception {
        String[] places = changes.replaceAll(" (= .*?|-)(?= & |$)", "").split(" & ");

        JsonNode problem = client.refuse(Edit.apply(Sound.of(request), changes), 422, "invalid-request");

        assertThat(InspectionClient.pointers(problem))
                .containsExactlyInAnyOrder(places)
                .hasSize(5);
        assertThat(problem.get("detail").stringValue()).isEqualTo("The request has 5 faults.");
    }
}
