package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The three oracles, in both precisions, and what a check shows beside its verdicts. */
class OracleIntegrationTests extends ServiceTest {

    private JsonNode check(ObjectNode request, String gradientCheck) throws Exception {
        return client.inspect(Edit.put(request, "/gradientCheck", gradientCheck))
                .path("gradientCheck");
    }

    private static List<Double> numbers(JsonNode array) {
        List<Double> numbers = new ArrayList<>();
        array.forEach(entry -> numbers.add(entry.isNumber() ? entry.doubleValue() : Double.NaN));
        return numbers;
    }

    private static boolean passes(JsonNode tensor) {
        return tensor.get("verdict").stringValue().equals("PASS");
    }

    @ParameterizedTest
    @CsvSource({"complexStep, 1e-9, 1e-30", "centralDifference, 1e-6, 3e-5", "ridders, 1e-7, 0.125"})
    void passesTheForumsNetwork(String oracle, double tolerance, double step) throws Exception {
        JsonNode check = check(Sound.threeLayers(), "{\"oracle\": \"%s\"}".formatted(oracle));

        assertThat(check.get("oracle").stringValue()).isEqualTo(oracle);
        assertThat(check.get("tolerance").doubleValue()).isEqualTo(tolerance);
        assertThat(check.get("step").doubleValue()).isEqualTo(step);
        assertThat(check.get("verdict").stringValue()).isNotEqualTo("FAIL");
        assertThat(check.get("tensors").valueStream().filter(OracleIntegrationTests::passes))
                .isNotEmpty()
                .allSatisfy(tensor -> assertThat(tensor.get("normRelativeError").doubleValue())
                        .isLessThan(tolerance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"complexStep", "centralDifference", "ridders"})
    void failsAWrongBackward(String oracle) throws Exception {
        for (String precision : List.of("float64", "float32")) {
            ObjectNode request = Edit.apply(
                    Sound.threeLayers(), "/backward = \"statisticsAsConstants\" & /precision = \"" + precision + "\"");

            JsonNode check = check(request, "{\"oracle\": \"%s\", \"targets\": \"all\"}".formatted(oracle));

            assertThat(check.get("verdict").stringValue()).as(precision).isEqualTo("FAIL");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "complexStep, 1e-320",
        "centralDifference, 1e-17",
        "centralDifference, 1e-12",
        "centralDifference, 1e-320",
        "ridders, 1e-17",
        "ridders, 1e-12",
        "ridders, 1e-320"
    })
    void passesABiasOfTinyEntriesBeforeABatchNormalization(String oracle, String entry) throws Exception {
        ObjectNode request = Sound.threeLayers();
        int units = request.at("/parameters/layers/0/W").size();
        List<String> b = Collections.nCopies(units, entry);
        Edit.put(request, "/parameters/layers/0/b", b.toString());

        JsonNode check = check(request, "{\"oracle\": \"%s\"}".formatted(oracle));

        assertThat(check.get("tensors")
                        .valueStream()
                        .filter(tensor -> tensor.get("layer").intValue() == 1))
                .isNotEmpty()
                .noneMatch(tensor -> tensor.get("reason") != null
                        && tensor.get("reason").stringValue().equals("roundOff"));
    }

    @Test
    void takesTheStepThatIsGiven() throws Exception {
        JsonNode check = check(Sound.threeLayers(), "{\"oracle\": \"centralDifference\", \"step\": 1e-3}");

        assertThat(check.get("step").doubleValue()).isEqualTo(1e-3);
    }

    @Test
    void blamesAStepThatIsTooShort() throws Exception {
        JsonNode check = check(Sound.threeLayers(), "{\"oracle\": \"centralDifference\", \"step\": 1e-15}");

        assertThat(check.get("verdict").stringValue()).isEqualTo("INCONCLUSIVE");
        assertThat(check.at("/tensors/0/reason").stringValue()).isEqualTo("roundOff");
    }

    @Test
    void saysThatASumOfZtildaHidesEveryMistake() throws Exception {
        ObjectNode request = Edit.put(Sound.loneBatch(), "/batch/upstream", ones(Sound.loneBatch()));

        JsonNode answer = client.inspect(Edit.put(request, "/gradientCheck", "{\"targets\": \"all\"}"));

        JsonNode check = answer.get("gradientCheck");
        assertThat(check.get("verdict").stringValue()).isEqualTo("INCONCLUSIVE");
        JsonNode dZ = check.get("tensors")
                .valueStream()
                .filter(tensor -> tensor.get("tensor").stringValue().equals("dZ"))
                .findFirst()
                .orElseThrow();
        assertThat(dZ.get("reason").stringValue()).isEqualTo("notObservable");
        assertThat(dZ.get("detail").stringValue()).contains("cancel");
        assertThat(answer.get("warnings").valueStream())
                .anyMatch(warning -> warning.get("code").stringValue().equals("notObservable"));
    }

    private static JsonNode ones(ObjectNode request) {
        JsonNode upstream = request.at("/batch/upstream").deepCopy();
        for (int i = 0; i < upstream.size(); i++) {
            for (int j = 0; j < upstream.get(i).size(); j++) {
                ((ArrayNode) upstream.get(i)).set(j, 1);
            }
        }
        return upstream;
    }

    @Test
    void showsTheValleyOfTheStepSize() throws Exception {
        JsonNode check = check(Sound.threeLayers(), "{\"oracle\": \"centralDifference\", \"stepSizeCurve\": true}");

        JsonNode curve = check.get("stepSizeCurve");
        List<Double> steps = numbers(curve.get("steps"));
        List<Double> errors = numbers(curve.get("errors"));
        assertThat(steps).hasSameSizeAs(errors).startsWith(1.0, 0.1);
        assertThat(errors.get(5)).isLessThan(errors.get(1) / 100).isLessThan(errors.getLast() / 100);
        assertThat(curve.get("entries").intValue()).isPositive();
    }

    @Test
    void showsThatAComplexStepHasNoValley() throws Exception {
        JsonNode check = check(Sound.threeLayers(), "{\"stepSizeCurve\": true}");

        List<Double> errors = numbers(check.at("/stepSizeCurve/errors"));
        assertThat(errors.getLast()).isLessThan(1e-12);
    }

    @Test
    void showsTheOrdersOfATaylorTest() throws Exception {
        JsonNode right = check(Sound.threeLayers(), "{\"taylorTest\": true}").get("taylorTest");
        ObjectNode wrongly = Edit.apply(Sound.threeLayers(), "/backward = \"skipNormalization\"");
        JsonNode wrong = check(wrongly, "{\"taylorTest\": true}").get("taylorTest");

        assertThat(right.at("/withoutGradient/order").doubleValue()).isCloseTo(1, within(0.2));
        assertThat(right.at("/withGradient/order").doubleValue()).isCloseTo(2, within(0.25));
        assertThat(wrong.at("/withGradient/order").doubleValue()).isCloseTo(1, within(0.2));
        assertThat(right.at("/withGradient/remainders").size())
                .isEqualTo(right.get("steps").size());
    }

    @Test
    void judgesSinglePrecisionByTheNormOfATensor() throws Exception {
        JsonNode check = check(Edit.put(Sound.threeLayers(), "/precision", "\"float32\""), "true");

        assertThat(check.get("tolerance").doubleValue()).isEqualTo(1e-3);
        assertThat(check.get("verdict").stringValue()).isEqualTo("PASS");
        assertThat(check.at("/tensors/0/normRelativeError").doubleValue())
                .isLessThan(1e-5)
                .isGreaterThan(1e-10);
    }

    @Test
    void saysHowManyDigitsSinglePrecisionLost() throws Exception {
        ObjectNode request = Edit.put(Sound.threeLayers(), "/precision", "\"float32\"");

        JsonNode check = check(request, "{\"tolerance\": 1e-12}");

        assertThat(check.get("verdict").stringValue()).isEqualTo("INCONCLUSIVE");
        assertThat(check.at("/tensors/0/reason").stringValue()).isEqualTo("roundOff");
        assertThat(check.at("/tensors/0/detail").stringValue()).contains("of its 7.2 digits");
    }
}
