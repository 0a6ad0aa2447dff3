package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DiagnosisRefusalsIntegrationTests extends DiagnosisServiceTest {

    private static ObjectNode sending(String gradients) {
        return sending(Homework.exercise(), gradients);
    }

    private static ObjectNode sending(ObjectNode exercise, String gradients) {
        exercise.set("gradients", DiagnosisClient.JSON.readTree(gradients));
        return exercise;
    }

    private void assertRefused(ObjectNode request, String pointer, String sentence) throws Exception {
        JsonNode problem = client.refuse(request);

        assertThat(DiagnosisClient.pointers(problem)).containsExactly(pointer.split(" "));
        assertThat(problem.at("/errors/0/detail").stringValue()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"layers\":[{\"dZ\":[[1,2],[3,4]]}]} | /gradients/layers/0/dZ | has shape 2×2, expected 5×4 (examples × units)",
                "{\"layers\":[{\"dW\":[[1,2,3]]}]} | /gradients/layers/0/dW | has shape 1×3, expected 4×3 (units × inputs)",
                "{\"layers\":[{\"dgamma\":[1,2,3]}]} | /gradients/layers/0/dgamma | has 3 entries, expected 4 (units)",
                "{\"layers\":[{\"dmu\":[1,2,3,4,5]}]} | /gradients/layers/0/dmu | has 5 entries, expected 4 (units)",
                "{\"layers\":[{},{\"dmu\":[1,2,3,4,5,6]}]} | /gradients/layers/1/dmu | has 6 entries, expected 5 (examples)",
                "{\"layers\":[{},{},{\"dsigma2\":[1]}]} | /gradients/layers/2/dsigma2 | has 1 entry, expected 5 (examples)",
                "{\"dX\":[[1]]} | /gradients/dX | has shape 1×1, expected 5×3 (examples × inputs)",
                "{\"layers\":[{},{\"db\":[1]}]} | /gradients/layers/1/db | does not belong here: the layer is one without bias",
                "{\"layers\":[{},{},{\"dmu\":[1]}]} | /gradients/layers/2/dmu | rms normalization takes no mean",
                "{\"layers\":[{},{},{\"dW\":[[1]]}]} | /gradients/layers/2/dW | a normalize layer has no W",
                "{\"layers\":[{},{},{\"db\":[1]}]} | /gradients/layers/2/db | a normalize layer has no b",
                "{\"layers\":[{},{},{},{\"dgamma\":[1,2]}]} | /gradients/layers/3/dgamma | nothing is normalized in this layer",
                "{\"layers\":[{},{},{},{\"dZtilda\":[[1]]}]} | /gradients/layers/3/dZtilda | nothing is normalized in this layer",
                "{\"layers\":[{},{},{},{},{\"dZ\":[[1]]}]} | /gradients/layers/4 | is an entry too many: the network has 4 layers",
                "{\"layers\":[{}]} | /gradients | holds no tensor",
                "{} | /gradients | holds no tensor",
                "{\"layers\":[{\"dz\":[[1]]}]} | /gradients/layers/0/dz | is not a field of the gradients of a layer",
                "{\"layers\":[{\"dZ\":[[1,2],[3]]}]} | /gradients/layers/0/dZ/1 | has 1 number where the rows before have 2",
                "{\"layers\":[{\"dgamma\":[[1,2,3,4]]}]} | /gradients/layers/0/dgamma | must be an array of numbers or a column",
                "{\"layers\":[{\"dgamma\":[1,\"nan\",3,4]}]} | /gradients/layers/0/dgamma/1 | must be a number, or one of the strings",
                "{\"layers\":[null]} | /gradients/layers/0 | must not be null",
            })
    void pointsAtTheFaultInGradients(String gradients, String pointer, String sentence) throws Exception {
        assertRefused(sending(gradients), pointer, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"layers\":[{\"Z\":[[1]]}]} | /forward/layers/0/Z | has shape 1×1, expected 5×4 (examples × units)",
                "{\"layers\":[{},{\"runningMean\":[1]}]} | /forward/layers/1/runningMean | only batch normalization",
                "{\"layers\":[{},{},{\"mu\":[1]}]} | /forward/layers/2/mu | rms normalization takes no mean",
                "{\"layers\":[{},{},{},{\"sigma2\":[1]}]} | /forward/layers/3/sigma2 | nothing is normalized",
                "{\"layers\":[{},{},{},{},{}]} | /forward/layers/4 | is an entry too many",
            })
    void pointsAtTheFaultInForward(String forward, String pointer, String sentence) throws Exception {
        ObjectNode request = Homework.exercise();
        request.set("forward", DiagnosisClient.JSON.readTree(forward));
        request.set("gradients", DiagnosisClient.JSON.readTree("{\"layers\":[{\"db\":[1,2,3,4]}]}"));

        assertRefused(request, pointer, sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "dmu, gradients, in inference the running statistics are constants",
        "dsigma2, gradients, in inference the running statistics are constants",
        "runningMean, forward, in inference the running statistics stay as they are"
    })
    void refusesWhatInferenceDoesNotHave(String tensor, String part, String sentence) throws Exception {
        ObjectNode request = Homework.exercise();
        request.put("mode", "inference");
        request.putObject(part).putArray("layers").addObject().putArray(tensor).add(1);

        assertRefused(request, "/" + part + "/layers/0/" + tensor, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /rounding | is empty",
                "{\"decimals\":3,\"significantDigits\":3} | /rounding/significantDigits | stands beside decimals",
                "{\"decimals\":18} | /rounding/decimals | at most 17",
                "{\"decimals\":-1} | /rounding/decimals | at least 0",
                "{\"significantDigits\":0} | /rounding/significantDigits | at least 1",
                "{\"significantDigits\":2.5} | /rounding/significantDigits | an integer",
                "{\"digits\":2} | /rounding/digits | is not a field"
            })
    void refusesARoundingThatIsNone(String rounding, String pointer, String sentence) throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"db\":[1,2,3,4]}]}");
        request.set("rounding", DiagnosisClient.JSON.readTree(rounding));

        JsonNode problem = client.refuse(request);

        assertThat(DiagnosisClient.pointers(problem)).contains(pointer);
        assertThat(problem.get("errors").toString()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"statisticsAsConstants", "skipNormalization"})
    void refusesAnyBackwardButTheExactOne(String backward) throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"db\":[1,2,3,4]}]}");
        request.put("backward", backward);

        assertRefused(request, "/backward", "must be exact");
    }

    @Test
    void refusesWhatIsNotFiniteAnywhereElse() throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"db\":[1,2,3,4]}]}");
        request.withObject("/batch").withArray("X").get(0);
        ((tools.jackson.databind.node.ArrayNode) request.at("/batch/X/0")).set(1, "NaN");

        assertRefused(request, "/batch/X/0/1", "must be a finite number, got 'NaN'");
    }

    @Test
    void refusesTheFieldsOfAnInspectionThatADiagnosisHasNot() throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"db\":[1,2,3,4]}]}");
        request.put("gradientCheck", false);
        request.putArray("include");
        request.putObject("tensors");

        JsonNode problem = client.refuse(request);

        assertThat(DiagnosisClient.pointers(problem))
                .containsExactlyInAnyOrder("/gradientCheck", "/include", "/tensors");
    }

    @Test
    void namesFiveFaultsOfDifferentKindsAtOnce() throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"dZ\":[[1]],\"dmu\":[\"x\",1,1,1]},{\"db\":[1]}]}");
        request.put("backward", "skipNormalization");
        request.withObject("/network").put("loss", "none");

        JsonNode problem = client.refuse(request);

        assertThat(DiagnosisClient.pointers(problem))
                .containsExactlyInAnyOrder(
                        "/network/loss",
                        "/gradients/layers/0/dmu/0",
                        "/gradients/layers/0/dZ",
                        "/gradients/layers/1/db",
                        "/backward");
    }

    @Test
    void saysNothingOfTensorsOfALayerThatCannotBeRead() throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"dgamma\":[1,2,3,4]},{\"dZ\":[[1]]}]}");
        ((ObjectNode) request.at("/network/layers/0/normalization")).put("type", "group");
        ((ObjectNode) request.at("/network/layers/1")).put("units", 0);

        List<String> pointers = DiagnosisClient.pointers(client.refuse(request));

        assertThat(pointers)
                .contains("/network/layers/0/normalization/type", "/network/layers/1/units")
                .noneMatch(pointer -> pointer.startsWith("/gradients/layers/0"));
    }

    @Test
    void saysNothingOfTensorsWhereTheNetworkCannotBeRead() throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"dgamma\":[1,2,3,4]}]}");
        request.put("network", 3);

        assertThat(DiagnosisClient.pointers(client.refuse(request))).containsExactly("/network");
    }

    @Test
    void refusesAModelThatThereIsNot() throws Exception {
        ObjectNode request = sending("{\"layers\":[{\"db\":[1,2,3,4]}]}");
        request.remove("initialization");
        request.put("model", "m1");

        assertRefused(request, "/model", "is not the id of a model, got 'm1'");
    }

    @Test
    void refusesWorkThatIsTooLarge() throws Exception {
        ObjectNode request = Homework.smallExercise();
        request.withObject("/network").withArray("layers").removeAll();
        for (int l = 0; l < 1000; l++) {
            request.withObject("/network")
                    .withArray("layers")
                    .addObject()
                    .put("type", "dense")
                    .put("units", 900);
        }
        request.remove("parameters");
        request.putObject("initialization").put("scheme", "he").put("seed", 1);
        ((ObjectNode) request.get("batch")).set("upstream", Homework.matrix(8, 900, 1));
        request.set(
                "gradients", DiagnosisClient.JSON.readTree("{\"layers\":[{\"db\":" + "[0" + ",0".repeat(899) + "]}]}"));

        JsonNode problem = DiagnosisClient.problem(client.post(request), 422, "work-too-large");

        assertThat(problem.at("/estimate/bytes").longValue())
                .isGreaterThan(problem.at("/limits/bytes").longValue());
    }
}
