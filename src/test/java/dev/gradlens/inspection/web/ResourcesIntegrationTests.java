package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What normalization costs beside the products. */
class ResourcesIntegrationTests extends RefusalTest {

    private static ObjectNode asked(String request) {
        return Edit.put(Sound.of(request), "/include", "[\"resources\"]");
    }

    /** Six examples, three inputs, five units with b and batch normalization. */
    @Test
    void countsByShape() throws Exception {
        JsonNode resources = client.inspect(asked("three-layers")).at("/layers/0/resources");

        assertThat(resources.at("/products/flops").longValue()).isEqualTo(6 * 6 * 5 * 3 + 2 * 6 * 5);
        assertThat(resources.at("/products/bytes").longValue()).isEqualTo(8 * (3 * 6 * 3 + 3 * 5 * 3 + 2 * 6 * 5));
        assertThat(resources.at("/normalization/flops").longValue()).isEqualTo(19 * 6 * 5);
        assertThat(resources.at("/normalization/bytes").longValue()).isEqualTo(8 * 6 * 6 * 5);
        assertThat(resources.at("/normalizationShare/flops").doubleValue()).isEqualTo(570.0 / (570 + 600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"three-layers", "course-rms", "lone-batch", "inference", "logits"})
    void measuresEveryLayer(String request) throws Exception {
        for (JsonNode layer : client.inspect(asked(request)).get("layers")) {
            JsonNode resources = layer.get("resources");

            assertThat(resources.propertyStream().filter(part -> !part.getKey().equals("normalizationShare")))
                    .isNotEmpty()
                    .allSatisfy(part -> assertThat(
                                    part.getValue().get("microseconds").doubleValue())
                            .isPositive());
            for (JsonNode share : resources.path("normalizationShare")) {
                assertThat(share.doubleValue()).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void leavesOutWhatALayerDoesNotHave() throws Exception {
        JsonNode plain = client.inspect(asked("logits")).at("/layers/0/resources");
        JsonNode lone = client.inspect(asked("lone-batch")).at("/layers/0/resources");

        assertThat(plain.propertyNames()).containsExactly("products");
        assertThat(lone.propertyNames()).containsExactly("normalization", "normalizationShare");
        assertThat(lone.at("/normalizationShare/flops").doubleValue()).isEqualTo(1);
    }

    @Test
    void movesHalfOfTheBytesInSinglePrecision() throws Exception {
        JsonNode single = client.inspect(Edit.put(asked("three-layers"), "/precision", "\"float32\""));

        assertThat(single.at("/layers/0/resources/normalization/bytes").longValue())
                .isEqualTo(4 * 6 * 6 * 5);
    }

    @Test
    void changesNoOtherNumber() throws Exception {
        JsonNode with = client.inspect(asked("three-layers"));
        JsonNode without = client.inspect(Sound.threeLayers());

        assertThat(AnswerTensors.of(with)).isEqualTo(AnswerTensors.of(without));
        assertThat(without.at("/layers/0").has("resources")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"laws\", \"resource\"] | /include/1 | must be one of paths, laws, descent, compareBackwards, jacobian, resources, got 'resource'",
                "[\"RESOURCES\"] | /include/0 | must be one of",
                "[null] | /include/0 | null",
                "[{\"resources\": 5}] | /include/0 | must be one of",
            })
    void refusesWhatItIsNotCalled(String include, String pointer, String sentence) throws Exception {
        assertRefused("logits", "/include = " + include, pointer, sentence);
    }
}
