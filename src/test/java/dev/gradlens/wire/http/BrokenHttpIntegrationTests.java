package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Tomcat refuses. */
class BrokenHttpIntegrationTests extends HostileClient {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET",
                "GET / HTTP/1.1 extra",
                "GET /a[b] HTTP/1.1",
                "GET /?q={x} HTTP/1.1",
                "G(T / HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET / HTTP/9.9",
                "\u0016\u0003\u0001 / HTTP/1.1",
            })
    void wordsABrokenRequestLine(String line) throws IOException {
        assertProblem(answerTo(line + "\r\nHost: x\r\n\r\n"), 400, "bad-request");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Length: -1",
                "Content-Length: x",
                "Transfer-Encoding: foo",
                "Host: y",
                "Bad Header: 1",
            })
    void wordsBrokenHeaders(String header) throws IOException {
        assertProblem(answerTo(HEAD + header + "\r\n\r\n{}"), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /scalings?a=%zz",
                "POST /scalings?%",
                "POST /scalings?a=%",
                "POST /scalings?format=%ff",
                "GET /problems?a=%zz",
                "GET /page?limit=%c3%28",
                "GET /nowhere?%"
            })
    void wordsAQueryThatCannotBeDecoded(String line) throws IOException {
        String answer = answerTo(line + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertProblem(answer, 400, "bad-request");
        assertThat(answer).contains("The query of the address cannot be decoded");
    }

    @Test
    void wordsHeadersThatAreTooLong() throws IOException {
        assertProblem(
                answerTo("GET / HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(20_000) + "\r\n\r\n"), 400, "bad-request");
    }

    @Test
    void wordsBrokenChunks() throws IOException {
        String answer = answerTo(HEAD + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");

        assertProblem(answer, 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems%2fconflict", "/a%00b"})
    void namesTheAddressWhereItIsKnown(String address) throws IOException {
        String answer = answerTo("GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertProblem(answer, 400, "bad-request");
        assertThat(answer).contains("\"instance\":\"" + address + "\"");
    }

    @ParameterizedTest
    @CsvSource({"/%, /%25", "/%zz, /%25zz", "/a%2, /a%252", "/%%41?q, /%25%41"})
    void namesAnAddressWithAStrayPercentAsOneThatCanBeAsked(String address, String instance) throws IOException {
        String answer = answerTo("GET " + address + " HTTP/1.1\r\nHost: x\r\n\r\n");

        assertProblem(answer, 400, "bad-request");
        assertThat(answer).contains("\"instance\":\"" + instance + "\"");
    }
}
