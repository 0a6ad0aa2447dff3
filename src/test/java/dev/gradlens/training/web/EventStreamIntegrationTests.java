package dev.gradlens.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceProcess;
import dev.gradlens.training.TrainingClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those who watch trainings. */
@Timeout(300)
class EventStreamIntegrationTests {
    private static final String TRAINING = """
            {"network": {"inputs": 4, "layers": [
                {"type": "dense", "units": 16, "normalization": {"type": "batch"}, "activation": "tanh"},
                {"type": "dense", "units": 3}], "loss": "softmaxCrossEntropy"},
             "data": {"dataset": "iris"}, "batchSize": 30, "epochs": 600, "checkpointEvery": 500}
            """;

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path data;

    private static ServiceProcess service;
    private static TrainingClient client;

    @BeforeAll
    static void start() {
        service = ServiceProcess.start(data);
        client = new TrainingClient(service.address());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** An event as it stood in the stream. */
    private record Event(long id, String name, JsonNode data) {}

    @Test
    void missAndDoubleNothingAcrossCuts() throws IOException, InterruptedException {
        String id = client.train(TRAINING);
        Random random = new Random(7);

        List<Event> seen = new ArrayList<>();
        HttpResponse<InputStream> stream = open(id, 0);
        while (stream.statusCode() == 200) {
            try (BufferedReader lines = reader(stream)) {
                int cut = 1 + random.nextInt(6);
                for (Event event = next(lines); event != null && cut > 0; event = cut > 0 ? next(lines) : null) {
                    seen.add(event);
                    cut--;
                }
            }
            stream = open(id, seen.getLast().id());
        }

        assertThat(stream.statusCode()).isEqualTo(204);
        assertThat(seen)
                .extracting(Event::id)
                .isEqualTo(LongStream.rangeClosed(1, seen.size()).boxed().toList());
        assertThat(seen.getFirst().data().path("state").asString()).isEqualTo("QUEUED");
        assertThat(seen.getLast().data().path("state").asString()).isEqualTo("SUCCEEDED");
        List<Long> steps = new ArrayList<>();
        seen.stream()
                .filter(event -> event.name().equals("metrics"))
                .forEach(event -> event.data().path("steps").forEach(step -> steps.add(step.asLong())));
        assertThat(steps).isEqualTo(LongStream.rangeClosed(1, 3000).boxed().toList());
        assertThat(seen.stream().filter(event -> event.name().equals("checkpoint")))
                .extracting(event -> event.data().path("step").asLong())
                .containsExactly(0L, 500L, 1000L, 1500L, 2000L, 2500L, 3000L);
        JsonNode page = client.get("/v1/trainings/" + id + "/events?limit=1000").body();
        assertThat(page.path("items").size()).isEqualTo(seen.size());
        assertThat(page.path("items").get(3)).isEqualTo(seen.get(3).data());
    }

    @Test
    void holdUpNeitherTheServiceNorItsEnd(@TempDir Path folder) throws IOException, InterruptedException {
        ServiceProcess watched = ServiceProcess.start(folder, "--gradlens.trainings.workers=-1");
        TrainingClient other = new TrainingClient(watched.address());
        String id = other.train(TRAINING); // nobody runs it
        List<HttpResponse<InputStream>> streams = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            streams.add(open(other, id, 0));
        }
        for (HttpResponse<InputStream> stream : streams) {
            assertThat(next(reader(stream)).name()).isEqualTo("state");
        }

        assertThat(IntStream.range(0, 20).map(_ -> other.get("/v1/trainings").status()))
                .containsOnly(200);
        long start = System.nanoTime();
        watched.stop();

        assertThat((System.nanoTime() - start) / 1e9).as("seconds").isLessThan(15); // measured quiet: 1
    }

    private static HttpResponse<InputStream> open(String id, long last) throws IOException, InterruptedException {
        return open(client, id, last);
    }

    private static HttpResponse<InputStream> open(TrainingClient from, String id, long last)
            throws IOException, InterruptedException {
        return from.http()
                .send(
                        from.request(
                                        "/v1/trainings/" + id + "/events",
                                        "Accept",
                                        "text/event-stream",
                                        "Last-Event-ID",
                                        Long.toString(last))
                                .build(),
                        BodyHandlers.ofInputStream());
    }

    private static BufferedReader reader(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    /** The next event; null where the stream has ended. */
    private static Event next(BufferedReader lines) throws IOException {
        long id = 0;
        String name = "";
        String text = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = Long.parseLong(line.substring(4));
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                text = line.substring(6);
            } else if (line.isEmpty() && !name.isEmpty()) {
                return new Event(id, name, JSON.readTree(text));
            }
        }
        return null;
    }
}
