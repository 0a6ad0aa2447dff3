package dev.gradlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may keep, and how they learn that it is still true. */
class CachingIntegrationTests extends ServiceClient {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/problems",
                "/problems/conflict",
                "/v1/mistakes",
                "/v1/mistakes/Z03",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/swagger-ui/swagger-ui.css",
                "/swagger-ui/swagger-ui-bundle.js"
            })
    void whatIsConstantMayBeKeptAndHasToBeAskedForAgain(String path) {
        HttpResponse<String> first = get(path);
        String tag = header(first, "ETag");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(tag).startsWith("W/\"");
        assertNotModified(conditional(path, tag), tag);
        assertNotModified(conditional(path, tag.substring(2)), tag);
        assertNotModified(conditional(path, "\"other\", " + tag), tag);
        assertNotModified(conditional(path, "*"), tag);
        assertThat(conditional(path, "\"other\"").body()).isEqualTo(first.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/conflict", "/v1/mistakes/Z03", "/v3/api-docs", "/swagger-ui/swagger-ui.css"})
    void headTellsWhatGetWould(String path) {
        HttpResponse<String> whole = get(path);
        HttpResponse<String> head = head(path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"ETag", "Cache-Control", "Content-Type", "Content-Length"}) {
            assertThat(header(head, name)).as(name).isEqualTo(header(whole, name));
        }
    }

    @Test
    void differentAnswersHaveDifferentTags() {
        assertThat(header(get("/problems/conflict"), "ETag")).isNotEqualTo(header(get("/problems/not-found"), "ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/problems/none", "/nowhere", "/v1/inspections", "/v1/mistakes/none", "/v1/mistakesZ03"})
    void whatIsRefusedIsNotKept(String path) {
        HttpResponse<String> refused = get(path);

        assertThat(header(refused, "Cache-Control")).isEqualTo("no-store");
        assertThat(refused.headers().firstValue("ETag")).isEmpty();
        assertThat(conditional(path, "*").statusCode()).isEqualTo(refused.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/swagger-ui/index.html", "/swagger-ui/swagger-initializer.js", "/actuator/health"})
    void whatIsMadeAnewHasNoTag(String path) {
        HttpResponse<String> made = get(path);

        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    void aPartOfAFileHasNoTagOfItsOwn() {
        HttpResponse<String> part = send(
                to("/swagger-ui/swagger-ui.css").header("Range", "bytes=0-9").GET());

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).hasSize(10);
        assertThat(part.headers().firstValue("ETag")).isEmpty();
    }

    private HttpResponse<String> conditional(String path, String tags) {
        return send(to(path).header("If-None-Match", tags).GET());
    }

    private HttpResponse<String> head(String path) {
        return send(to(path).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    private static void assertNotModified(HttpResponse<String> answer, String tag) {
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag")).isEqualTo(tag);
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
