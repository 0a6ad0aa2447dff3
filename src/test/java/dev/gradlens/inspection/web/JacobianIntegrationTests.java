package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The matrix behind a normalization's backward pass. */
class JacobianIntegrationTests extends RefusalTest {

    private static ObjectNode asked(String request) {
        return Edit.put(Sound.of(request), "/include", "[\"jacobian\"]");
    }

    @Test
    void givesTheNumbersFoundByHand() throws Exception {
        JsonNode answer = client.inspect(InspectionClient.JSON.readTree("""
                {"network": {"inputs": 1, "loss": "upstream", "layers": [{"type": "normalize",
                    "normalization": {"type": "batch", "epsilon": 5}}]},
                 "parameters": {"layers": [{"gamma": [3]}]},
                 "batch": {"X": [[1], [5]], "upstream": [[1], [3]]},
                 "include": ["jacobian"]}"""));

        JsonNode layer = answer.at("/layers/0");
        assertThat(AnswerTensors.numbers(layer.get("jacobian")).toArray())
                .containsExactly(new double[] {5.0 / 18, -5.0 / 18, -5.0 / 18, 5.0 / 18}, within(1e-15));
        assertThat(layer.at("/backward/dZ/1/0").doubleValue()).isEqualTo(5.0 / 9, within(1e-15));
        assertThat(layer.get("jacobianResidual").doubleValue()).isLessThan(1e-15);
    }

    @ParameterizedTest
    @CsvSource({"three-layers, 0, 5, 6", "three-layers, 1, 6, 4", "lone-batch, 0, 3, 5", "course-rms, 0, 5, 4"})
    void hasASquareForEachUnitOfABatchAndForEachExampleOtherwise(String request, int layer, int squares, int side)
            throws Exception {
        JsonNode jacobian = client.inspect(asked(request)).at("/layers/" + layer + "/jacobian");

        assertThat(jacobian.size()).isEqualTo(squares);
        assertThat(jacobian.valueStream().toList())
                .allSatisfy(square -> assertThat(square.size()).isEqualTo(side))
                .allSatisfy(square -> assertThat(square.get(0).size()).isEqualTo(side));
    }

    @Test
    void leadsFromDZtildaToDZIndexByIndex() throws Exception {
        JsonNode layer = client.inspect(asked("three-layers")).at("/layers/0");

        for (int f = 0; f < 5; f++) {
            for (int i = 0; i < 6; i++) {
                double sum = 0;
                for (int j = 0; j < 6; j++) {
                    sum += layer.at("/jacobian/%d/%d/%d".formatted(f, j, i)).doubleValue()
                            * layer.at("/backward/dZtilda/%d/%d".formatted(j, f))
                                    .doubleValue();
                }
                assertThat(sum)
                        .isEqualTo(
                                layer.at("/backward/dZ/%d/%d".formatted(i, f)).doubleValue(), within(1e-14));
            }
        }
    }

    @Test
    void isTheSameInBothLayouts() throws Exception {
        ObjectNode rows = asked("three-layers");
        ObjectNode columns = Edit.put(asked("three-layers"), "/batch/layout", "\"columns\"");
        JsonNode x = rows.at("/batch/X");
        String turned = IntStream.range(0, 3)
                .mapToObj(i ->
                        x.valueStream().map(row -> row.get(i).toString()).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));

        JsonNode inColumns = client.inspect(Edit.put(columns, "/batch/X", turned));

        assertThat(inColumns.at("/layers/1/jacobian"))
                .isEqualTo(client.inspect(rows).at("/layers/1/jacobian"));
    }

    @Test
    void isAbsentWhereNothingIsNormalizedAndWhereNobodyAsked() throws Exception {
        JsonNode asked = client.inspect(asked("three-layers"));
        JsonNode other = client.inspect(Sound.threeLayers());

        assertThat(asked.at("/layers/2").propertyNames()).doesNotContain("jacobian", "jacobianResidual");
        assertThat(other.at("/layers/0").propertyNames()).doesNotContain("jacobian", "jacobianResidual");
    }

    @Test
    void showsWhatAWrongBackwardGotWrong() throws Exception {
        JsonNode exact = client.inspect(asked("lone-batch"));
        JsonNode wrong = client.inspect(Edit.put(asked("lone-batch"), "/backward", "\"statisticsAsConstants\""));

        assertThat(wrong.at("/layers/0/jacobian")).isEqualTo(exact.at("/layers/0/jacobian"));
        assertThat(exact.at("/layers/0/jacobianResidual").doubleValue()).isLessThan(1e-14);
        assertThat(wrong.at("/layers/0/jacobianResidual").doubleValue()).isGreaterThan(0.01);
    }

    @Test
    void warnsOfNaN() throws Exception {
        String constant = "/batch/X/1 = [0.1, 0.1, 0.1, 0.1, 0.1] & /network/layers/0/normalization/epsilon = 0";

        JsonNode answer = client.inspect(Edit.apply(asked("lone-batch"), constant));

        assertThat(answer.at("/layers/0/jacobian/1/0/0").stringValue()).isEqualTo("NaN");
        assertThat(answer.at("/layers/0/jacobian/0/0/0").isNumber()).isTrue();
        assertThat(answer.at("/layers/0/jacobianResidual").stringValue()).isEqualTo("NaN");
        assertThat(answer.get("warnings")
                        .valueStream()
                        .map(warning -> warning.get("tensor").stringValue()
                                + warning.get("count").intValue()))
                .contains("jacobian25", "jacobianResidual1");
    }

    @Test
    void isRefusedWhereItWouldBeTooLargeThoughTheRestIsNot() throws Exception {
        ObjectNode large = LargeNetwork.of(300, 64, 1);
        client.inspect(large);

        JsonNode problem = client.refuse(Edit.put(large, "/include", "[\"jacobian\"]"), 422, "work-too-large");

        assertThat(problem.at("/estimate/answerNumbers").longValue())
                .isGreaterThan(problem.at("/limits/answerNumbers").longValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"Jacobian\"] | /include/0 | must be one of paths, laws, descent, compareBackwards, jacobian",
                "[\"jacobians\"] | /include/0 | must be one of",
                "[[\"jacobian\"]] | /include/0 | must be one of",
                "[true] | /include/0 | must be one of",
                "{\"jacobian\": true} | /include | must be an array",
                "\"jacobian\" | /include | must be an array",
            })
    void refusesWhatItIsNotCalled(String include, String pointer, String sentence) throws Exception {
        assertRefused("logits", "/include = " + include, pointer, sentence);
    }
}
