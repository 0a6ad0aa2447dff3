package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which tensors an answer shows. */
class TensorChoiceIntegrationTests extends RefusalTest {
    private static final String NAMES = "Z, mu, sigma2, Znorm, Ztilda, A, runningMean, runningVariance, dA, dZtilda,"
            + " dZnorm, dsigma2, dmu, dZ, dW, db, dgamma, dbeta, direct, throughMean, throughVariance, W, b, gamma,"
            + " beta, jacobian";

    /** The tensors of an answer, such as {@code 1.backward.dZ}; those of {@code paths} without their norms. */
    private static List<String> shown(JsonNode answer) {
        Stream<String> ofLayers = answer.get("layers")
                .valueStream()
                .flatMap(layer -> Stream.of("forward", "backward", "paths")
                        .flatMap(part -> layer.path(part).propertyNames().stream()
                                .filter(name -> !name.equals("norms"))
                                .map(name -> layer.get("layer").asString() + "." + part + "." + name)));
        return Stream.concat(ofLayers, answer.has("dX") ? Stream.of("dX") : Stream.empty())
                .toList();
    }

    private List<String> shown(String only) throws Exception {
        return shown(client.inspect(
                Edit.apply(Sound.threeLayers(), "/tensors = {\"only\": " + only + "} & /include = [\"paths\"]")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"dW\"] | 1.backward.dW 2.backward.dW 3.backward.dW",
                "[\"dW2\"] | 2.backward.dW",
                "[\"dX\"] | dX",
                "[\"dX\", \"Z3\", \"sigma2\"] | 1.forward.sigma2 2.forward.sigma2 3.forward.Z dX",
                "[\"sigma22\"] | 2.forward.sigma2",
                "[\"dsigma21\", \"dsigma21\"] | 1.backward.dsigma2",
                "[\"throughMean\", \"direct2\"] | 1.paths.throughMean 2.paths.direct 2.paths.throughMean",
                "[\"runningMean\"] | 1.forward.runningMean",
                "[\"dgamma3\", \"mu3\", \"jacobian1\", \"W2\", \"A3\"] | 3.forward.A",
                "[] | ",
            })
    void areThoseThatWereNamed(String only, String expected) throws Exception {
        assertThat(shown(only)).containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-layers", "course-rms", "lone-batch", "inference"})
    void canEachBeNamed(String request) throws Exception {
        List<String> all = shown(client.inspect(Edit.apply(Sound.of(request), "/include = [\"paths\"]")));

        for (String one : all) {
            String layer = one.equals("dX") ? "" : one.substring(0, 1);
            String only = "{\"only\": [\"%s%s\"]}".formatted(one.substring(one.lastIndexOf('.') + 1), layer);
            ObjectNode named = Edit.apply(Sound.of(request), "/include = [\"paths\"] & /tensors = " + only);
            assertThat(shown(client.inspect(named))).containsExactly(one);
        }
    }

    @Test
    void areShownInTheFormThatWasAskedFor() throws Exception {
        JsonNode answer = client.inspect(
                Edit.apply(Sound.threeLayers(), "/tensors = {\"only\": [\"Z1\"], \"format\": \"summary\"}"));

        assertThat(shown(answer)).containsExactly("1.forward.Z");
        assertThat(answer.at("/layers/0/forward/Z/shape").toString()).isEqualTo("[6,5]");
        assertThat(answer.at("/layers/2/backward").isObject()).isTrue();
        assertThat(answer.at("/layers/0/laws/0/left").isArray()).isTrue();
    }

    @Test
    void areNoneWhereNoneAreAskedFor() throws Exception {
        JsonNode answer = client.inspect(
                Edit.apply(Sound.threeLayers(), "/tensors = {\"only\": [\"Z1\", \"dX\"], \"format\": \"none\"}"));

        assertThat(shown(answer)).isEmpty();
    }

    @Test
    void areWarnedOfWithoutBeingShown() throws Exception {
        ObjectNode request = Edit.apply(
                Sound.loneBatch(), "/batch/X/1/0 = 1e308 & /batch/X/1/1 = -1e308 & /tensors = {\"only\": [\"A\"]}");

        JsonNode answer = client.inspect(request);

        assertThat(answer.get("warnings").findValuesAsString("tensor")).containsExactly("sigma2", "runningVariance");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"dQ\"] | 0 | got 'dQ'",
                "[\"dW\", \"dw\"] | 1 | got 'dw'",
                "[\"dW4\"] | 0 | got 'dW4'",
                "[\"dW0\"] | 0 | got 'dW0'",
                "[\"dW01\"] | 0 | got 'dW01'",
                "[\"dW-1\"] | 0 | got 'dW-1'",
                "[\"dW 1\"] | 0 | got 'dW 1'",
                "[\"dX1\"] | 0 | got 'dX1'",
                "[\"sigma\"] | 0 | got 'sigma'",
                "[\"paths.direct\"] | 0 | got 'paths.direct'",
                "[\"cost\"] | 0 | got 'cost'",
                "[\"\"] | 0 | got ''",
                "[\"dW99999999999999999999\"] | 0 | got 'dW99999999999999999999'",
            })
    void mustBeTensors(String only, int place, String got) throws Exception {
        assertRefused(
                "three-layers",
                "/tensors = {\"only\": " + only + "}",
                "/tensors/only/" + place,
                "must name a tensor, dX or one of " + NAMES
                        + ", in every layer or followed by a layer's number from 1 to 3, " + got);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"dW\" | /tensors/only | must be an array, got a string",
                "[1] | /tensors/only/0 | must be a string, got a number",
                "[null, \"dW\", \"x\"] | /tensors/only/0 /tensors/only/2 | must not be null",
                "[\"x\"] & /network/layers/0/units = 0 | /network/layers/0/units /tensors/only/0 | must be",
            })
    void mustBeNamedInAList(String only, String pointers, String sentence) throws Exception {
        assertRefused("three-layers", "/tensors = {} & /tensors/only = " + only, pointers, sentence);
    }

    @Test
    void areNotHeldAgainstLayersThatAreUnknown() throws Exception {
        assertRefused(
                "logits", "/network/layers - & /tensors = {\"only\": [\"dW9\"]}", "/network/layers", "is missing");
    }
}
