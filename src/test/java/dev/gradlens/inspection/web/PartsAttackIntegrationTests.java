package dev.gradlens.inspection.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Bodies of parts that are none, or hide something: all are refused in words, and the service goes on. */
class PartsAttackIntegrationTests extends ServiceTest {
    private static final String HEAD = "--limit\r\nContent-Disposition: form-data; name=";

    private HttpResponse<String> send(String type, String body) throws Exception {
        return client.send(client.to("/v1/inspections")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body.getBytes(ISO_8859_1)))
                .build());
    }

    static Stream<String> bodies() {
        String request = HEAD + "request\r\n\r\n{}\r\n";
        return Stream.of(
                "x",
                "--",
                "--limit",
                "--limit\r\n",
                "--limit\r\n\r\n",
                "--limit\r\n\r\n\r\n--limit--",
                "--limit--limit--limit",
                "--limitless\r\n",
                "limit--",
                "--limit \r\n" + HEAD,
                "--limit\t\r\n--limit--",
                HEAD,
                HEAD + "request",
                HEAD + "request\r\n\r\n{}",
                HEAD + "request\r\n\r\n{}\r\n--limit",
                HEAD + "request\r\n\r\n{}\r\n--limit-",
                HEAD + "request\n\n{}\n--limit--",
                HEAD + "request\r\n\r\n{}\n--limit--\n",
                HEAD.replace("form-data", "attachment") + "request\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\n\0: x\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\nX: \0\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\n X: folded\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\nContent-Disposition: form-data; name=arrays\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\nContent-Type: /\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\nContent-Type: a/b/c\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--limit--",
                HEAD + "request\r\nX: " + "a".repeat(10_000) + "\r\n\r\n{}\r\n--limit--",
                request + "--limit-- x",
                (HEAD + "x\r\n\r\n\r\n").repeat(1000) + "--limit--",
                "\r\n--limit".repeat(5000),
                "\r".repeat(200_000),
                "--limit\r\n" + "A: b\r\n".repeat(10_000) + "\r\n\r\n--limit--");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void refusesPartsThatCannotBeTold(String body) throws Exception {
        HttpResponse<String> answer = send(Parcel.TYPE, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        InspectionClient.problem(answer, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--limit--", "\r\n--limit--\r\n", "preamble\r\n--limit-- \r\nepilogue"})
    void namesThePartsThatAreMissing(String body) throws Exception {
        JsonNode problem = InspectionClient.problem(send(Parcel.TYPE, body), "invalid-request");

        assertThat(InspectionClient.pointers(problem)).containsExactly("", "/arrays");
    }

    @ParameterizedTest
    @ValueSource(strings = {Parcel.TYPE, "Multipart/Form-Data; boundary=limit"})
    void namesThePartsThatAnEmptyBodyLacks(String type) throws Exception {
        JsonNode problem = InspectionClient.problem(send(type, ""), "bad-request");

        assertThat(problem.get("detail").stringValue())
                .isEqualTo("The body is empty; its parts, request and arrays, are missing.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"a b \"",
                "multipart/form-data; boundary=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "multipart/form-data; boundary=\"ä\""
            })
    void refusesABoundaryThatIsNone(String type) throws Exception {
        HttpResponse<String> answer = send(type, "--limit--");

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/mixed; boundary=limit",
                "multipart/*; boundary=limit",
                "multipart/form-data; charset=utf-16; boundary=limit"
            })
    void refusesAnotherKindOfParts(String type) throws Exception {
        assertThat(send(type, "--limit--").statusCode()).isEqualTo(415);
    }

    static Stream<Arguments> parcels() throws Exception {
        Apart apart = Apart.of(ArraysRequestIntegrationTests.example("paper"));
        byte[] json = apart.request().toString().getBytes(UTF_8);
        byte[] npz = apart.file("npz");
        String request = "name=request";
        String arrays = "name=arrays";
        return Stream.of(
                Arguments.of(new Parcel(), 422, "/arrays"),
                Arguments.of(new Parcel().with(request, "", json), 422, "/arrays"),
                Arguments.of(new Parcel().with(arrays, "", npz), 422, ""),
                Arguments.of(
                        new Parcel()
                                .with(request, "", json)
                                .with(request, "", json)
                                .with(arrays, "", npz),
                        422,
                        ""),
                Arguments.of(
                        new Parcel()
                                .with(request, "", json)
                                .with(arrays, "", npz)
                                .with(arrays, "", npz),
                        422,
                        "/arrays"),
                Arguments.of(
                        new Parcel()
                                .with(request, "", json)
                                .with(arrays, "", npz)
                                .with("name=more", "", npz),
                        422,
                        ""),
                Arguments.of(new Parcel().with(request, "", json).with(arrays, "", new byte[0]), 422, "/arrays"),
                Arguments.of(new Parcel().with(request, "", json).with(arrays, "", json), 422, "/arrays"),
                Arguments.of(
                        new Parcel().with(request, "", json).with(arrays, "application/x-safetensors", npz),
                        422,
                        "/arrays"),
                Arguments.of(new Parcel().with(request, "", npz).with(arrays, "", npz), 400, "unreadable"),
                Arguments.of(new Parcel().with(request, "", new byte[0]).with(arrays, "", npz), 400, "unreadable"),
                Arguments.of(
                        new Parcel().with(request, "", "[]".getBytes(UTF_8)).with(arrays, "", npz), 422, ""),
                Arguments.of(new Parcel().with(request, "image/png", json).with(arrays, "", npz), 415, ""),
                Arguments.of(
                        new Parcel()
                                .with(request, "application/json;charset=utf-16", json)
                                .with(arrays, "", npz),
                        415,
                        ""),
                Arguments.of(new Parcel().with(request, "", json).with(arrays, "text/csv", npz), 415, ""));
    }

    @ParameterizedTest
    @MethodSource("parcels")
    void refusesPartsThatAreMissingTwiceOrSomethingElse(Parcel parcel, int status, String pointer) throws Exception {
        HttpResponse<String> answer = client.post(parcel);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        JsonNode problem = InspectionClient.JSON.readTree(answer.body());
        if (status == 422) {
            assertThat(InspectionClient.pointers(problem)).contains(pointer);
        }
    }

    @Test
    void refusesABodyOverTheLimit() throws Exception {
        HttpResponse<String> answer = client.post(Parcel.of("{}", new byte[34_000_000], "application/x-npz"));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @AfterEach
    void goesOn() throws Exception {
        client.inspect(ArraysRequestIntegrationTests.example("paper"));
    }
}
