package dev.gradlens;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** The whole service as it is shipped, and a client of it. Tests that inherit this share one that runs. */
@SpringBootTest(classes = GradLensApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class ServiceClient {
    protected final JsonMapper json = new JsonMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    protected HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    protected HttpResponse<String> inspect(String body) {
        return send(
                to("/v1/inspections").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    /** The text of a resource that is shipped. */
    protected static String text(String resource) {
        try (InputStream stream = new ClassPathResource(resource).getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    protected String address() {
        return "http://127.0.0.1:" + port;
    }

    protected HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    protected HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
