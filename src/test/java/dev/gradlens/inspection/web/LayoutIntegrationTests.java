package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The same numbers in other forms are the same numbers. */
class LayoutIntegrationTests extends ServiceTest {
    static final Set<String> NAMES = Set.copyOf(Sound.NAMES);
    /** What has an example in each row, or column. */
    private static final String EXAMPLES = "dX|.*\\.(Z|Znorm|Ztilda|A|dA|dZtilda|dZnorm|dZ)";

    private static void turn(ObjectNode request, String name) {
        ObjectNode batch = (ObjectNode) request.get("batch");
        if (batch.has(name)) {
            batch.set(name, Forms.transposed(batch.get(name)));
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void columnsAreRowsTurned(String name) throws Exception {
        ObjectNode rows = Sound.of(name);
        ObjectNode columns = rows.deepCopy();
        Edit.put(rows, "/batch/layout", "\"rows\"");
        Edit.put(columns, "/batch/layout", "\"columns\"");
        ObjectNode other = client.inspect(Sound.of(name))
                        .at("/effective/layout")
                        .stringValue()
                        .equals("rows")
                ? columns
                : rows;
        Set.of("X", "Y", "upstream").forEach(tensor -> turn(other, tensor));

        JsonNode inRows = client.inspect(rows);
        JsonNode inColumns = client.inspect(columns);

        AnswerTensors.of(inRows)
                .forEach((tensor, value) -> assertThat(
                                AnswerTensors.of(inColumns).get(tensor))
                        .as(tensor)
                        .isEqualTo(tensor.matches(EXAMPLES) ? Forms.transposed(value) : value));
    }

    @Test
    void turnsThePathsToo() throws Exception {
        JsonNode rows = client.inspect(Sound.threeLayers());
        ObjectNode columns = Edit.put(Sound.threeLayers(), "/batch/layout", "\"columns\"");
        turn(columns, "X");

        JsonNode turned = client.inspect(columns);

        for (String path : Set.of("direct", "throughMean", "throughVariance")) {
            String pointer = "/layers/0/paths/" + path;
            assertThat(turned.at(pointer)).isEqualTo(Forms.transposed(rows.at(pointer)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/parameters/layers/0/b",
        "/parameters/layers/0/gamma",
        "/parameters/layers/0/runningVariance",
        "/batch/labels"
    })
    void takesVectorsAsColumns(String vector) throws Exception {
        ObjectNode request = Sound.threeLayers();
        ArrayNode column = InspectionClient.JSON.createArrayNode();
        request.at(vector).forEach(number -> column.addArray().add(number));

        JsonNode asColumn = client.inspect(Edit.put(Sound.threeLayers(), vector, column));

        assertThat(AnswerTensors.of(asColumn)).isEqualTo(AnswerTensors.of(client.inspect(request)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "course | /gradientScale = \"meanInParameters\"",
                "paper | /network/layers/0/normalization/epsilon = 1e-5 & /network/layers/0/normalization/momentum = 0.9",
                "pytorch | /network/layers/0/normalization/momentum = 0.1 & /network/layers/0/normalization/momentumConvention = \"takeNew\"",
                "keras | /network/layers/0/normalization/epsilon = 1e-3 & /network/layers/0/normalization/momentum = 0.99 & /network/layers/0/normalization/runningVarianceEstimator = \"biased\"",
            })
    void bundlesAreTheirFields(String bundle, String fields) throws Exception {
        ObjectNode bundled = Edit.put(Sound.loneBatch(), "/conventions", "\"" + bundle + "\"");

        JsonNode named = client.inspect(bundled);
        JsonNode spelled = client.inspect(Edit.apply(Sound.loneBatch(), fields));

        assertThat(AnswerTensors.of(named)).isEqualTo(AnswerTensors.of(spelled));
    }

    @Test
    void theCourseHasItsExamplesInColumns() throws Exception {
        ObjectNode request = Edit.apply(Sound.loneBatch(), "/conventions = \"course\" & /batch/layout -");

        assertThat(client.inspect(request).at("/effective/layout").stringValue())
                .isEqualTo("columns");
    }
}
