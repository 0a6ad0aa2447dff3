package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DiagnosisIntegrationTests extends DiagnosisServiceTest {

    static Stream<ObjectNode> exercises() {
        ObjectNode inference = Homework.exercise();
        inference.put("mode", "inference");
        ObjectNode course = Homework.exerciseInColumns();
        course.put("conventions", "course");
        return Stream.of(Homework.exercise(), course, inference);
    }

    @ParameterizedTest
    @MethodSource("exercises")
    void findsAllThatAnInspectionShowsCorrect(ObjectNode exercise) throws Exception {
        JsonNode inspection = client.inspect(exercise);

        JsonNode diagnosis = client.diagnose(Homework.handedIn(exercise, inspection));

        assertThat(diagnosis.get("findings").valueStream())
                .noneMatch(finding -> finding.get("verdict").stringValue().equals("WRONG"));
        assertThat(diagnosis.get("findings")).hasSize(tensors(inspection));
        assertThat(diagnosis.get("effective").get("layout"))
                .isEqualTo(inspection.get("effective").get("layout"));
        assertThat(diagnosis.get("warnings")).isEmpty();
        assertThat(diagnosis.get("run").get("milliseconds").doubleValue()).isPositive();
    }

    private static int tensors(JsonNode inspection) {
        return 1
                + inspection
                        .get("layers")
                        .valueStream()
                        .mapToInt(layer -> layer.get("forward").size()
                                + layer.get("backward").size())
                        .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "base64"})
    void takesTensorsInTheFormsOfAnInspectionsAnswer(String format) throws Exception {
        ObjectNode exercise = Homework.exerciseInColumns();
        exercise.putObject("tensors").put("format", format);

        JsonNode diagnosis = client.diagnose(Homework.handedIn(exercise, client.inspect(exercise)));

        assertThat(diagnosis.get("findings").valueStream())
                .noneMatch(finding -> finding.get("verdict").stringValue().equals("WRONG"));
    }

    @Test
    void namesTensorsAndLayersAsInspectionsDo() throws Exception {
        ObjectNode exercise = Homework.exercise();

        JsonNode diagnosis = client.diagnose(Homework.handedIn(exercise, client.inspect(exercise)));

        assertThat(diagnosis.get("findings").valueStream().map(DiagnosisIntegrationTests::name))
                .contains(
                        "1 mu", "1 sigma2", "2 Znorm", "3 Ztilda", "4 A", "1 runningVariance", "4 dA", "1 dgamma", "dX")
                .doesNotContain("4 mu", "3 mu", "2 db", "3 dW", "2 runningMean")
                .doesNotHaveDuplicates();
    }

    private static String name(JsonNode finding) {
        String tensor = finding.get("tensor").stringValue();
        return finding.has("layer") ? finding.get("layer").intValue() + " " + tensor : tensor;
    }

    @ParameterizedTest
    @CsvSource({"dW, 0", "dZ, 0", "dZtilda, 1", "dA, 3"})
    void takesATransposedMatrixForAMistakeInEitherLayout(String tensor, int layer) throws Exception {
        for (ObjectNode exercise : List.of(Homework.exercise(), Homework.exerciseInColumns())) {
            JsonNode backward =
                    client.inspect(exercise).get("layers").get(layer).get("backward");
            ObjectNode sent = only(exercise, layer, tensor, Homework.transposed(backward.get(tensor)));

            JsonNode finding = client.diagnose(sent).get("findings").get(0);

            assertThat(name(finding)).isEqualTo((layer + 1) + " " + tensor);
            assertThat(finding.get("verdict").stringValue()).isEqualTo("WRONG");
        }
    }

    /** An exercise for which a single tensor of a single layer is handed in. */
    private static ObjectNode only(ObjectNode exercise, int layer, String tensor, JsonNode value) {
        ObjectNode sent = exercise.deepCopy();
        ArrayNode layers = sent.putObject("gradients").putArray("layers");
        for (int l = 0; l < layer; l++) {
            layers.addObject();
        }
        layers.addObject().set(tensor, value);
        return sent;
    }

    @Test
    void takesAVectorAsAColumn() throws Exception {
        ObjectNode exercise = Homework.exercise();
        JsonNode dBeta = client.inspect(exercise).at("/layers/0/backward/dbeta");
        ArrayNode column = DiagnosisClient.JSON.createArrayNode();
        dBeta.forEach(entry -> column.addArray().add(entry));

        JsonNode diagnosis = client.diagnose(only(exercise, 0, "dbeta", column));

        assertThat(diagnosis.get("verdict").stringValue()).isEqualTo("CORRECT");
    }

    @Test
    void diagnosesWhatIsNotFinite() throws Exception {
        ObjectNode exercise = Homework.exercise();
        ArrayNode dZ = (ArrayNode) client.inspect(exercise).at("/layers/0/backward/dZ");
        ((ArrayNode) dZ.get(2)).set(1, "NaN").set(3, "-Infinity");

        JsonNode diagnosis = client.diagnose(only(exercise, 0, "dZ", dZ));

        JsonNode finding = diagnosis.get("findings").get(0);
        assertThat(finding.get("verdict").stringValue()).isEqualTo("WRONG");
        assertThat(finding.get("residual").stringValue()).isIn("NaN", "Infinity");
        assertThat(diagnosis.get("warnings").get(0).toString())
                .isEqualTo("{\"code\":\"nonFinite\",\"layer\":1,\"tensor\":\"dZ\",\"count\":2,"
                        + "\"detail\":\"what was sent holds NaN or infinity here\"}");
    }

    @Test
    void pointsAtTheWorstEntryInTheLayoutOfTheRequest() throws Exception {
        ObjectNode exercise = Homework.exerciseInColumns();
        ArrayNode dZ = (ArrayNode) client.inspect(exercise).at("/layers/0/backward/dZ");
        double expected = dZ.at("/3/1").doubleValue();
        ((ArrayNode) dZ.get(3)).set(1, 1000);

        JsonNode worst = client.diagnose(only(exercise, 0, "dZ", dZ)).at("/findings/0/worst/0");

        assertThat(worst.get("index").toString()).isEqualTo("[3,1]");
        assertThat(worst.get("yours").doubleValue()).isEqualTo(1000);
        assertThat(worst.get("expected").doubleValue()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void hasListsWhereThereIsNothingToSay() throws Exception {
        ObjectNode exercise = Homework.exercise();

        JsonNode finding = client.diagnose(Homework.handedIn(exercise, client.inspect(exercise)))
                .get("findings")
                .get(0);

        assertThat(finding.get("sent").booleanValue()).isTrue();
        for (String list : List.of("mistakes", "followsFrom", "notExcluded", "combinations", "worst")) {
            assertThat(finding.get(list).isArray()).as(list).isTrue();
        }
        assertThat(finding.has("indistinguishable")).isFalse();
        assertThat(finding.has("fit")).isFalse();
    }

    @Test
    void answersItsExample() throws Exception {
        try (InputStream example =
                DiagnosisExample.STATISTICS_AS_CONSTANTS.body().getInputStream()) {
            JsonNode diagnosis = client.diagnose(DiagnosisClient.JSON.readTree(example));

            assertThat(diagnosis.get("verdict").stringValue()).isEqualTo("WRONG");
            assertThat(diagnosis.get("findings").valueStream().map(DiagnosisIntegrationTests::name))
                    .containsExactlyInAnyOrder("1 dgamma", "1 dbeta", "1 dZ");
            assertThat(diagnosis.toString()).contains("\"id\":\"Z03\",\"slug\":\"statistics-as-constants\"");
        }
    }

    @Test
    void readsTheCodeOfAForum() throws Exception {
        try (InputStream example = DiagnosisExample.FORUM_CODE.body().getInputStream()) {
            JsonNode diagnosis = client.diagnose(DiagnosisClient.JSON.readTree(example));

            assertThat(wrong(diagnosis)).containsExactly("1 mu F01", "1 sigma2 F01", "1 dZ Z01");
            assertThat(diagnosis.at("/conventions/0/epsilonPlacement").stringValue())
                    .isEqualTo("outsideSqrt");
            assertThat(diagnosis.at("/conventions/0/axis").stringValue()).isEqualTo("all");
            assertThat(diagnosis.at("/findings/1/mistakes/0/note").stringValue())
                    .contains("axis=1 in place of axis=0");
        }
    }

    @Test
    void readsANotebook() throws Exception {
        try (InputStream example = DiagnosisExample.NOTEBOOK.body().getInputStream()) {
            JsonNode diagnosis = client.diagnose(DiagnosisClient.JSON.readTree(example));

            assertThat(wrong(diagnosis)).containsExactly("1 dZ Z15");
            assertThat(diagnosis.at("/findings/2/mistakes/0").has("note")).isFalse();
        }
    }

    private static List<String> wrong(JsonNode diagnosis) {
        return diagnosis
                .get("findings")
                .valueStream()
                .filter(finding -> finding.get("verdict").stringValue().equals("WRONG"))
                .map(finding ->
                        name(finding) + " " + finding.at("/mistakes/0/id").stringValue())
                .toList();
    }

    @Test
    void takesNoFilesOfArrays() throws Exception {
        HttpResponse<String> answer =
                client.post("/v1/diagnoses", "multipart/form-data; boundary=x", "--x\r\n\r\n\r\n--x--\r\n");

        DiagnosisClient.problem(answer, 415, "unsupported-media-type");
    }
}
