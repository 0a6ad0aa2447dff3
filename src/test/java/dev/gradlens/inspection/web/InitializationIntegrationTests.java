package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parameters by chance. */
class InitializationIntegrationTests extends RefusalTest {

    private static ObjectNode initialized(String request, String initialization) {
        return Edit.apply(Sound.of(request), "/parameters - & /initialization = " + initialization);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | {\"scheme\": \"he\", \"seed\": 1}",
                "three-layers | {\"scheme\": \"normal\", \"seed\": -9223372036854775808, \"scale\": 0.1}",
                "course-rms | {\"scheme\": \"xavier\", \"seed\": 9223372036854775807}",
                "inference | {\"scheme\": \"lecun\"}",
                "lone-batch | {\"scheme\": \"zeros\"}",
                "logits | {\"scheme\": \"he\", \"scale\": 1e300}",
            })
    void givesParametersThatCanBeSentInItsPlaceForTheSameBits(String request, String initialization) throws Exception {
        JsonNode answer = client.inspect(initialized(request, initialization));

        JsonNode repeated = client.inspect(Edit.put(Sound.of(request), "/parameters", answer.get("parameters")));

        assertThat(AnswerTensors.of(repeated)).isEqualTo(AnswerTensors.of(answer));
        assertThat(repeated.has("parameters")).isFalse();
        assertThat(repeated.get("effective").has("initialization")).isFalse();
    }

    @Test
    void roundsItsNumbersInSinglePrecision() throws Exception {
        String initialization = "{\"scheme\": \"he\", \"seed\": 3}";
        ObjectNode single = Edit.put(initialized("logits", initialization), "/precision", "\"float32\"");
        ObjectNode given = Edit.put(Sound.logits(), "/precision", "\"float32\"");

        JsonNode answer = client.inspect(single);
        JsonNode inDouble = client.inspect(initialized("logits", initialization));

        assertThat(answer.at("/parameters/layers/0/W/0/1").floatValue())
                .isEqualTo((float) inDouble.at("/parameters/layers/0/W/0/1").doubleValue());
        JsonNode repeated = client.inspect(Edit.put(given, "/parameters", answer.get("parameters")));
        assertThat(AnswerTensors.of(repeated)).isEqualTo(AnswerTensors.of(answer));
    }

    @Test
    void saysWhatWasInEffect() throws Exception {
        ObjectNode bare = initialized("three-layers", "{\"scheme\": \"he\"}");

        JsonNode answer = client.inspect(bare);

        JsonNode effective = answer.at("/effective/initialization");
        assertThat(effective)
                .isEqualTo(InspectionClient.JSON.readTree("{\"scheme\": \"he\", \"seed\": 0, \"scale\": 1.0}"));
        JsonNode repeated = client.inspect(Edit.put(bare, "/initialization", effective));
        assertThat(repeated.get("parameters")).isEqualTo(answer.get("parameters"));
    }

    @Test
    void givesEachLayerWhatItHas() throws Exception {
        JsonNode layers = client.inspect(initialized("three-layers", "{\"scheme\": \"he\", \"seed\": 1}"))
                .at("/parameters/layers");

        assertThat(layers.get(0).propertyNames())
                .containsExactly("W", "b", "gamma", "beta", "runningMean", "runningVariance");
        assertThat(layers.get(1).propertyNames()).containsExactly("W", "gamma", "beta");
        assertThat(layers.get(2).propertyNames()).containsExactly("W", "b");
        assertThat(layers.get(2).get("W").size()).isEqualTo(3);
        assertThat(AnswerTensors.numbers(layers.get(0).get("b"))).containsOnly(0.0);
        assertThat(AnswerTensors.numbers(layers.get(1).get("gamma"))).containsOnly(1.0);
    }

    @Test
    void givesAnEmptyObjectWhereALayerHasNone() throws Exception {
        String layers =
                "[{\"type\": \"dense\", \"units\": 3}, {\"type\": \"normalize\", \"normalization\": {\"type\": \"rms\"}}]";
        ObjectNode request = Edit.put(initialized("lone-batch", "{\"scheme\": \"he\"}"), "/network/layers", layers);

        JsonNode parameters = client.inspect(request).at("/parameters/layers");

        assertThat(parameters.get(1).propertyNames()).containsExactly("gamma", "beta");
    }

    @Test
    void keepsTheNumbersOfALayerWhenAnotherIsAdded() throws Exception {
        String initialization = "{\"scheme\": \"xavier\", \"seed\": 7}";
        ObjectNode deeper = Edit.put(
                initialized("logits", initialization),
                "/network/layers",
                "[{\"type\": \"dense\", \"units\": 1}, {\"type\": \"dense\", \"units\": 1}]");

        JsonNode one = client.inspect(initialized("logits", initialization));
        JsonNode two = client.inspect(deeper);

        assertThat(two.at("/parameters/layers/0")).isEqualTo(one.at("/parameters/layers/0"));
        assertThat(two.at("/parameters/layers/1")).isNotEqualTo(one.at("/parameters/layers/0"));
    }

    @Test
    void takesTheEndsOfTheRangeOfSeeds() throws Exception {
        JsonNode least = client.inspect(initialized("logits", "{\"scheme\": \"he\", \"seed\": -9223372036854775808}"));
        JsonNode zero = client.inspect(initialized("logits", "{\"scheme\": \"he\", \"seed\": 0}"));

        assertThat(least.at("/effective/initialization/seed").longValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(least.get("parameters")).isNotEqualTo(zero.get("parameters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"scheme\": \"he\", \"seed\": 5.0}", "{\"scheme\": \"he\", \"seed\": 5, \"scale\": 1}"})
    void readsNumbersByTheirValue(String initialization) throws Exception {
        JsonNode plain = client.inspect(initialized("logits", "{\"scheme\": \"he\", \"seed\": 5}"));

        assertThat(client.inspect(initialized("logits", initialization)).get("parameters"))
                .isEqualTo(plain.get("parameters"));
    }

    @Test
    void refusesWeightsThatNoMachineHoldsBeforeItMakesThem() throws Exception {
        ObjectNode huge = Edit.put(
                initialized("logits", "{\"scheme\": \"he\"}"),
                "/network/layers",
                "[{\"type\": \"dense\", \"units\": 2000000000}, {\"type\": \"dense\", \"units\": 1}]");

        JsonNode problem = client.refuse(huge, 422, "work-too-large");

        assertThat(problem.at("/estimate/answerNumbers").longValue()).isGreaterThan(12_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3 | | must be an object, got a number",
                "\"he\" | | must be an object, got a string",
                "null | | must not be null; leave it out, or give an object",
                "true | | must be an object, got a boolean",
                "[] | | must be an object, got an array",
                "[\"he\"] | | must be an object, got an array",
                "{} | /scheme | is missing; it must be one of he, xavier, lecun, normal, zeros",
                "{\"seed\": 1} | /scheme | is missing",
                "{\"scheme\": \"kaiming\"} | /scheme | must be one of he, xavier, lecun, normal, zeros, got 'kaiming'",
                "{\"scheme\": \"He\"} | /scheme | must be one of",
                "{\"scheme\": \"HE\"} | /scheme | must be one of",
                "{\"scheme\": \"\"} | /scheme | must be one of",
                "{\"scheme\": 0} | /scheme | must be one of",
                "{\"scheme\": null} | /scheme | must not be null",
                "{\"scheme\": [\"he\"]} | /scheme | must be one of",
                "{\"scheme\": \"he\", \"seed\": 0.5} | /seed | must be an integer, got 0.5",
                "{\"scheme\": \"he\", \"seed\": \"1\"} | /seed | must be an integer, got a string",
                "{\"scheme\": \"he\", \"seed\": null} | /seed | must not be null; leave it out, or give an integer",
                "{\"scheme\": \"he\", \"seed\": true} | /seed | must be an integer, got a boolean",
                "{\"scheme\": \"he\", \"seed\": [1]} | /seed | must be an integer, got an array",
                "{\"scheme\": \"he\", \"seed\": 9223372036854775808} | /seed | must be an integer from -9223372036854775808 to 9223372036854775807",
                "{\"scheme\": \"he\", \"seed\": -9223372036854775809} | /seed | must be an integer from -9223372036854775808 to",
                "{\"scheme\": \"he\", \"seed\": 1e400} | /seed | must be an integer from",
                "{\"scheme\": \"he\", \"seed\": 1e-3} | /seed | must be an integer, got 0.001",
                "{\"scheme\": \"he\", \"scale\": -1} | /scale | must be at least 0, got -1",
                "{\"scheme\": \"he\", \"scale\": -1e-300} | /scale | must be at least 0, got -1.0E-300",
                "{\"scheme\": \"he\", \"scale\": 1e301} | /scale | must be at most 1.0E300, got 1.0E301",
                "{\"scheme\": \"he\", \"scale\": 1e400} | /scale | is beyond the range of a double",
                "{\"scheme\": \"he\", \"scale\": \"1\"} | /scale | must be a number, got a string",
                "{\"scheme\": \"he\", \"scale\": \"NaN\"} | /scale | must be a number, got a string",
                "{\"scheme\": \"he\", \"scale\": null} | /scale | must not be null; leave it out, or give a number",
                "{\"scheme\": \"he\", \"scale\": {}} | /scale | must be a number, got an object",
                "{\"scheme\": \"he\", \"std\": 1} | /std | is not a field of an initialization; its fields are scheme, seed, scale",
                "{\"scheme\": \"he\", \"Seed\": 1} | /Seed | is not a field of an initialization",
                "{\"scheme\": \"he\", \"layers\": []} | /layers | is not a field of an initialization",
            })
    void refusesMalformedOnes(String initialization, String member, String sentence) throws Exception {
        String pointer = "/initialization" + (member == null ? "" : member);

        assertRefused("logits", "/parameters - & /initialization = " + initialization, pointer, sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/initialization = {\"scheme\": \"he\"} | /initialization | stands beside parameters; a request has one of parameters, initialization and model",
                "/initialization = {\"scheme\": \"he\"} & /parameters = 3 | /parameters /initialization | must be an object",
                "/initialization = {\"scheme\": \"he\"} & /model = \"m1\" & /parameters - | /model | is not the id of a model, got 'm1'",
                "/initialization = {\"scheme\": \"he\"} & /model = \"m1\" | /model /initialization | is not the id of a model, got 'm1'",
                "/initialization = {\"scheme\": \"me\", \"seed\": \"a\", \"scale\": -1} & /parameters - | /initialization/scheme /initialization/seed /initialization/scale | must be one of",
                "/initialization = {\"scheme\": \"me\"} & /parameters/layers/0/W - | /initialization/scheme /parameters/layers/0/W /initialization | must be one of",
                "/initialization = {\"scheme\": \"he\", \"scale\": 1e38} & /parameters - & /precision = \"float32\" | /initialization/scale | makes numbers beyond the range of float32, got 1.0E38",
                "/parameters - | /parameters | is missing; give parameters, initialization or model",
            })
    void wantsParametersInExactlyOneWay(String changes, String pointers, String sentence) throws Exception {
        assertRefused("logits", changes, pointers, sentence);
    }
}
