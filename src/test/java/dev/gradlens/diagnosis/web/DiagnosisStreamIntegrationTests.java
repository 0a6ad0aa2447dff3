package dev.gradlens.diagnosis.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

class DiagnosisStreamIntegrationTests extends DiagnosisServiceTest {
    private final ObjectNode exercise = Homework.smallExercise();

    private ObjectNode right() throws Exception {
        ObjectNode right = exercise.deepCopy();
        right.putObject("gradients").set("dX", client.inspect(exercise).get("dX"));
        return right;
    }

    private ObjectNode wrong() throws Exception {
        ObjectNode wrong = exercise.deepCopy();
        wrong.putObject("gradients").set("dX", Homework.matrix(8, 5, 77));
        return wrong;
    }

    @Test
    void answersEachLineInOrderAndCounts() throws Exception {
        List<JsonNode> answers = client.stream(
                exercise.toString(),
                Homework.submission(StringNode.valueOf("ada"), right()),
                Homework.submission(IntNode.valueOf(7), wrong()),
                Homework.submission(StringNode.valueOf("7"), right()));

        assertThat(answers).hasSize(4);
        assertThat(answers.get(0).get("id")).isEqualTo(StringNode.valueOf("ada"));
        assertThat(answers.get(1).get("id")).isEqualTo(IntNode.valueOf(7));
        assertThat(answers.get(2).get("id")).isEqualTo(StringNode.valueOf("7"));
        assertThat(answers.subList(0, 3))
                .extracting(answer -> answer.get("verdict").stringValue())
                .containsExactly("CORRECT", "WRONG", "CORRECT");
        assertThat(answers.get(0).propertyNames()).containsExactly("id", "verdict", "findings");
        assertThat(answers.get(3).propertyNames()).containsExactly("summary");
        JsonNode summary = answers.get(3).get("summary");
        assertThat(summary.get("submissions").intValue()).isEqualTo(3);
        assertThat(summary.get("correct").intValue()).isEqualTo(2);
        assertThat(summary.get("wrong").intValue()).isEqualTo(1);
        assertThat(summary.get("undecided").intValue()).isZero();
        assertThat(summary.get("problems").intValue()).isZero();
        assertThat(summary.get("mistakes").isObject()).isTrue();
    }

    @Test
    void findsTheSameAsASingleDiagnosis() throws Exception {
        JsonNode single = client.diagnose(wrong());

        JsonNode streamed = client.stream(exercise.toString(), Homework.submission(IntNode.valueOf(1), wrong()))
                .getFirst();

        assertThat(streamed.get("findings")).isEqualTo(single.get("findings"));
    }

    @Test
    void goesOnBehindLinesThatAreFaultyOrUnreadable() throws Exception {
        String sound = Homework.submission(IntNode.valueOf(5), right());

        List<JsonNode> answers = client.stream(
                exercise.toString(),
                "",
                "{\"id\": 3, \"gradients\": {\"dX\": [[1]], \"dY\": 1}}",
                "{\"id\": ",
                "  \t\r",
                "[1]",
                "{\"gradients\": {}}",
                sound + "\r");

        assertThat(answers).hasSize(6);
        assertThat(answers.get(0).get("id").intValue()).isEqualTo(3);
        assertThat(DiagnosisClient.pointers(answers.get(0).get("problem")))
                .containsExactly("/gradients/dY", "/gradients/dX");
        assertThat(answers.get(0).at("/problem/status").intValue()).isEqualTo(422);
        assertThat(answers.get(0).at("/problem/instance").stringValue()).isEqualTo("/v1/diagnoses/batch");
        assertThat(answers.get(1).propertyNames()).containsExactly("line", "problem");
        assertThat(answers.get(1).get("line").intValue()).isEqualTo(4);
        assertThat(answers.get(1).at("/problem/type").stringValue()).isEqualTo("/problems/unreadable");
        assertThat(answers.get(1).at("/problem/errors/0/line").intValue()).isEqualTo(4);
        assertThat(answers.get(2).get("line").intValue()).isEqualTo(6);
        assertThat(answers.get(3).get("line").intValue()).isEqualTo(7);
        assertThat(DiagnosisClient.pointers(answers.get(3).get("problem"))).containsExactly("/id", "/gradients");
        assertThat(answers.get(4).get("verdict").stringValue()).isEqualTo("CORRECT");
        assertThat(answers.get(5).at("/summary/problems").intValue()).isEqualTo(4);
        assertThat(answers.get(5).at("/summary/submissions").intValue()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "true", "null", "{\"value\": 1}", "[1]", "1e30"})
    void refusesAnIdThatIsNone(String id) throws Exception {
        JsonNode answer = client.stream(exercise.toString(), "{\"id\": " + id + ", \"gradients\": {\"dX\": [[1]]}}")
                .getFirst();

        assertThat(answer.get("line").intValue()).isEqualTo(2);
        assertThat(DiagnosisClient.pointers(answer.get("problem"))).contains("/id");
    }

    @Test
    void answersAnExerciseWithoutSubmissionsWithASummary() throws Exception {
        List<JsonNode> answers = client.stream(exercise.toString());

        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().toString())
                .isEqualTo("{\"summary\":{\"submissions\":0,\"correct\":0,\"wrong\":0,\"undecided\":0,"
                        + "\"problems\":0,\"mistakes\":{}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"network\": 3} | 422 | invalid-request",
                "{\"gradients\": {}} | 422 | invalid-request",
                "{ | 400 | unreadable",
                "[] | 422 | invalid-request",
                "'' | 400 | unreadable"
            })
    void refusesTheWholeRequestForItsFirstLine(String first, int status, String slug) throws Exception {
        String body = "\n" + first + "\n" + Homework.submission(IntNode.valueOf(1), right());
        if (first.isEmpty()) {
            body = "\n \n";
        }

        JsonNode problem =
                DiagnosisClient.problem(client.post("/v1/diagnoses/batch", DiagnosisClient.NDJSON, body), status, slug);

        assertThat(problem.get("instance").stringValue()).isEqualTo("/v1/diagnoses/batch");
    }

    @Test
    void refusesAnEmptyBody() throws Exception {
        DiagnosisClient.problem(client.post("/v1/diagnoses/batch", DiagnosisClient.NDJSON, ""), 400, "unreadable");
    }

    @Test
    void refusesOtherMediaTypes() throws Exception {
        DiagnosisClient.problem(
                client.post("/v1/diagnoses/batch", "application/json", exercise.toString()),
                415,
                "unsupported-media-type");
        DiagnosisClient.problem(
                client.post("/v1/diagnoses/batch", DiagnosisClient.NDJSON + ";charset=utf-16", exercise.toString()),
                415,
                "unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({"Content-Encoding, gzip, 415", "Accept, application/json, 406"})
    void refusesEncodedBodiesAndOtherAnswers(String header, String value, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/diagnoses/batch"))
                .header("Content-Type", DiagnosisClient.NDJSON)
                .header(header, value)
                .POST(BodyPublishers.ofString(exercise.toString()))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void letsAClientWaitForEachAnswerBeforeItSendsTheNext() throws Exception {
        try (StreamClient stream = new StreamClient(port)) {
            stream.send(exercise.toString());
            assertThat(stream.head()).startsWith("HTTP/1.1 200").containsIgnoringCase("application/x-ndjson");
            for (int i = 0; i < 5; i++) {
                stream.send(Homework.submission(IntNode.valueOf(i), right()));
                assertThat(stream.read().get("id").intValue()).isEqualTo(i);
            }
            stream.chunk("{\"id\": \"in ");
            stream.chunk("pieces\", \"gradients\": {}}\n{");
            assertThat(stream.read().get("id").stringValue()).isEqualTo("in pieces");
            stream.chunk("\"id\": 9}");
            stream.end();
            assertThat(stream.read().get("id").intValue()).isEqualTo(9);
            assertThat(stream.read().at("/summary/problems").intValue()).isEqualTo(2);
            assertThat(stream.read()).isNull();
        }
    }
}
