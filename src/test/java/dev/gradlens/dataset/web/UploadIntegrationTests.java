package dev.gradlens.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Data sets that are sent as CSV. */
class UploadIntegrationTests extends DatasetServiceTest {
    @Test
    void takesWhatASpreadsheetWrites() {
        JsonNode dataset = upload("?name=Blumen%20%F0%9F%8C%BC", "\uFEFFlength,kind\r\n1,b\r\n2,a\r\n4,b\r\n");

        assertThat(dataset.get("name").stringValue()).isEqualTo("Blumen 🌼");
        assertThat(dataset.get("kind").stringValue()).isEqualTo("uploaded");
        assertThat(dataset.at("/features/0/name").stringValue()).isEqualTo("length");
        assertThat(dataset.at("/features/0/max").doubleValue()).isEqualTo(4);
        assertThat(dataset.get("classNames")).hasToString("[\"a\",\"b\"]");
        assertThat(shown("/" + dataset.get("id").stringValue() + "/rows").get("labels"))
                .hasToString("[1,0,1]");
    }

    @Test
    void takesIrisAsItIsShipped() {
        JsonNode dataset = upload("", text("data/iris.csv"));

        assertThat(dataset.get("name").stringValue()).isEqualTo("upload");
        assertThat(dataset.get("sha256")).isEqualTo(shown("/iris").get("sha256"));
        assertThat(dataset.get("features")).isEqualTo(shown("/iris").get("features"));
    }

    @Test
    void showsTargetsThatAreNumbers() {
        JsonNode dataset = upload("?label=1&header=false", "1,0.5\n2,1.5\n");

        JsonNode page = shown("/" + dataset.get("id").stringValue() + "/rows");
        assertThat(dataset.has("classes")).isFalse();
        assertThat(page.get("rows")).hasToString("[[1.0],[2.0]]");
        assertThat(page.get("Y")).hasToString("[[0.5],[1.5]]");
        assertThat(page.has("labels")).isFalse();
    }

    @Test
    void saysLineAndColumnOfEveryFault() {
        JsonNode problem = invalid(post("", CSV, "a,b\n1,=1+1\n1,2\nx,NaN\n1\n"));

        assertThat(errors(problem, "line")).containsExactly("2", "4", "4", "5");
        assertThat(errors(problem, "column")).containsExactly("2", "1", "2", "2");
        assertThat(problem.at("/errors/0").has("pointer")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"?header=maybe, header", "?label=c, label", "?name=%20, name", "?name=a%0Ab, name"})
    void pointsAtAParameterThatIsWrong(String query, String parameter) {
        assertThat(errors(invalid(post(query, CSV, "a,b\n1,2\n")), "parameter")).containsExactly(parameter);
    }

    @Test
    void refusesAnEmptyBody() {
        assertThat(errors(invalid(post("", CSV, "")), "line")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/vnd.ms-excel", "application/octet-stream", "text/csv;charset=latin1"})
    void refusesOtherMediaTypes(String type) {
        problem(post("", type, "a,b\n1,2\n"), 415, "unsupported-media-type");
    }

    @Test
    void takesTheCharsetThatItWants() {
        created(post("", "text/csv; charset=utf-8; header=present", "a,b\n1,2\n"));
    }

    @Test
    void refusesABodyThatIsCompressed() {
        HttpResponse<String> answer = send(to(PATH).header("Content-Type", CSV)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofString("a,b\n1,2\n")));

        problem(answer, 415, "unsupported-media-type");
    }

    @Test
    void refusesABodyOverTheLimitWhetherOrNotItSaysSo() {
        byte[] body = "1,2\n".repeat((32 << 18) + 1).getBytes(StandardCharsets.US_ASCII);

        problem(post("", CSV, body), 413, "too-large");
        problem(
                send(to(PATH).header("Content-Type", CSV)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                413,
                "too-large");
    }

    @Test
    void readsABodyOfAMillionRows() {
        assertThat(upload("", "1,2,3,4\n".repeat(1_000_000)).get("rows").intValue())
                .isEqualTo(1_000_000);
    }

    @Test
    void refusesMoreCellsThanAreRead() {
        assertThat(errors(invalid(post("", CSV, "1,2,3,4\n".repeat(1_000_001))), "line"))
                .containsExactly("1000001");
    }
}
