package dev.gradlens.training.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.ServiceClient;
import dev.gradlens.training.TrainingClient;
import dev.gradlens.training.TrainingClient.Answer;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The life of trainings over HTTP. */
class TrainingIntegrationTests extends ServiceClient {
    private static final String IRIS = """
            {"network": {"inputs": 4, "layers": [
                {"type": "dense", "units": 8, "normalization": {"type": "batch"}, "activation": "relu"},
                {"type": "dense", "units": 3}], "loss": "softmaxCrossEntropy"},
             "data": {"dataset": "iris"}, "standardize": true, "validationFraction": 0.2, "batchSize": 16,
             "optimizer": {"type": "adam", "learningRate": 0.01}, "epochs": 5, "checkpointEvery": 10, "seed": 3,
             "initialization": {"scheme": "he", "seed": 4}}
            """;

    private static final String LONG = IRIS.replace("\"epochs\": 5", "\"epochs\": 100000")
            .replace("\"checkpointEvery\": 10", "\"checkpointEvery\": 1000");

    private TrainingClient client;

    @BeforeEach
    void connect() {
        client = new TrainingClient(address());
    }

    @Test
    void trainsAndTellsHow() {
        Answer queued = client.post("/v1/trainings", IRIS);

        assertThat(queued.status()).isEqualTo(202);
        String id = queued.text("id");
        assertThat(queued.response().headers().firstValue("Location")).contains("/v1/trainings/" + id);
        assertThat(queued.text("state")).isEqualTo("QUEUED");
        JsonNode ended = client.ended(id);
        assertThat(ended.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("step").asInt()).isEqualTo(5 * 8); // 120 of 150 rows in batches of 16
        assertThat(ended.path("steps").asInt()).isEqualTo(40);
        assertThat(ended.path("epoch").asInt()).isEqualTo(5);
        assertThat(ended.path("validationAccuracy").asDouble()).isGreaterThan(0.6);
        assertThat(ended.path("cost").asDouble()).isLessThan(1);
        assertThat(ended.path("attempt").asInt()).isEqualTo(1);
        assertThat(ended.path("request").path("network").path("layers").get(1).has("bias"))
                .as("the request is told as it was sent")
                .isFalse();
        assertThat(ended.path("effective").path("optimizer").path("beta2").asDouble())
                .isEqualTo(0.999);
    }

    @Test
    void showsEveryStepOnce() {
        String id = client.train(IRIS);
        client.ended(id);

        JsonNode metrics = client.get("/v1/trainings/" + id + "/metrics").body();

        assertThat(longs(metrics.path("steps")))
                .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(Long::valueOf).toList());
        JsonNode series = metrics.path("series");
        assertThat(series.propertyNames())
                .contains("cost", "accuracy", "learningRate", "validationCost", "layer1.dW.norm", "layer1.b.drift");
        series.forEach(numbers -> assertThat(numbers.size()).isEqualTo(40));
        assertThat(series.path("validationCost").get(0).isNull()).isTrue();
        assertThat(series.path("validationCost").get(7).isNumber()).isTrue();
        assertThat(StreamSupport.stream(series.path("layer1.b.drift").spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .max())
                .as("a bias before batch norm")
                .isNotEmpty();
    }

    @Test
    void showsThePartOfTheMetricsThatIsAskedFor() {
        String id = client.train(IRIS);
        client.ended(id);

        JsonNode metrics = client.get("/v1/trainings/" + id
                        + "/metrics?from=11&to=30&every=5&names=cost,layer1.dW.norm&names=gradient.cosine")
                .body();
        Answer lines = client.get("/v1/trainings/" + id + "/metrics?to=3&names=cost", "Accept", "application/x-ndjson");

        assertThat(longs(metrics.path("steps"))).containsExactly(15L, 20L, 25L, 30L);
        assertThat(metrics.path("series").propertyNames()).containsExactly("cost", "layer1.dW.norm");
        assertThat(client.get("/v1/trainings/" + id + "/metrics?names=cots").status())
                .isEqualTo(422);
        assertThat(lines.response().body().lines().toList()).hasSize(3).allMatch(line -> line.startsWith("{\"step\":"));
    }

    @Test
    void keepsCheckpointsFromTheInitializationOn() {
        String id = client.train(IRIS);
        JsonNode ended = client.ended(id);

        JsonNode items =
                client.get("/v1/trainings/" + id + "/checkpoints").body().path("items");

        assertThat(longs(items, "step")).containsExactly(0L, 10L, 20L, 30L, 40L);
        assertThat(items.get(4).path("model").asString())
                .isEqualTo(ended.path("model").asString());
        JsonNode page = client.get("/v1/trainings/" + id + "/checkpoints?limit=2&after=10")
                .body();
        assertThat(longs(page.path("items"), "step")).containsExactly(20L, 30L);
        assertThat(page.path("next").asLong()).isEqualTo(30);
    }

    @Test
    void tellsTheOrderOfTheExamples() {
        String id = client.train(IRIS);

        JsonNode first = client.get("/v1/trainings/" + id + "/order").body();
        JsonNode second = client.get("/v1/trainings/" + id + "/order?epoch=2").body();

        assertThat(first.path("examples").size()).isEqualTo(8);
        List<Long> rows = new ArrayList<>();
        first.path("examples").forEach(batch -> rows.addAll(longs(batch)));
        rows.addAll(longs(first.path("validation")));
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 150).mapToObj(Long::valueOf).toList());
        assertThat(second.path("examples")).isNotEqualTo(first.path("examples"));
        assertThat(second.path("validation")).isEqualTo(first.path("validation"));
        assertThat(client.get("/v1/trainings/" + id + "/order?epoch=6").status())
                .isEqualTo(422);
    }

    @Test
    void givesTheSameParametersForTheSameRequest() {
        String first = client.train(IRIS);
        String second = client.train(IRIS);
        String other = client.train(IRIS.replace("\"seed\": 3", "\"seed\": 5"));
        List.of(first, second, other).forEach(client::ended);

        assertThat(client.finalParameters(second)).isEqualTo(client.finalParameters(first));
        assertThat(client.finalParameters(other)).isNotEqualTo(client.finalParameters(first));
    }

    @Test
    void givesTheSameParametersAfterAPause() {
        String request = IRIS.replace("\"epochs\": 5", "\"epochs\": 400");
        String unbroken = client.train(request);
        client.ended(unbroken);
        String broken = client.train(request);
        client.until(broken, training -> training.path("step").asLong() > 0);

        assertThat(client.post("/v1/trainings/" + broken + "/pause", "").status())
                .isEqualTo(202);
        JsonNode paused = client.until(
                broken, training -> !training.path("state").asString().equals("PAUSING"));
        assertThat(paused.path("state").asString()).isEqualTo("PAUSED");
        assertThat(client.post("/v1/trainings/" + broken + "/resume", "").status())
                .isEqualTo(202);
        client.ended(broken);

        assertThat(client.finalParameters(broken)).isEqualTo(client.finalParameters(unbroken));
        List<Long> steps = longs(client.get("/v1/trainings/" + broken + "/metrics?names=cost")
                .body()
                .path("steps"));
        assertThat(steps).hasSize(3200).doesNotHaveDuplicates();
    }

    @Test
    void pausesAndCancelsSoon() {
        String id = client.train(LONG);
        client.until(id, training -> training.path("state").asString().equals("RUNNING"));

        long start = System.nanoTime();
        client.post("/v1/trainings/" + id + "/pause", "");
        client.until(id, training -> training.path("state").asString().equals("PAUSED"));
        long paused = System.nanoTime();
        client.post("/v1/trainings/" + id + "/resume", "");
        client.until(id, training -> training.path("state").asString().equals("RUNNING"));
        long resumed = System.nanoTime();
        client.post("/v1/trainings/" + id + "/cancel", "");
        JsonNode cancelled = client.ended(id);

        assertThat(cancelled.path("state").asString()).isEqualTo("CANCELLED");
        assertThat(cancelled.has("finishedAt")).isTrue();
        long longest = Math.max(paused - start, Math.max(resumed - paused, System.nanoTime() - resumed));
        assertThat(longest / 1_000_000).as("ms").isLessThan(10_000); // measured quiet: 0.6 s; here others build
        assertThat(client.post("/v1/trainings/" + id + "/resume", "").status()).isEqualTo(409);
        assertThat(client.post("/v1/trainings/" + id + "/cancel", "").status()).isEqualTo(409);
    }

    @Test
    void refusesToDeleteWhatRunsAndDeletesTheRestWithItsModels() {
        String id = client.train(LONG);
        JsonNode running =
                client.until(id, training -> training.path("state").asString().equals("RUNNING"));
        String model = running.path("model").asString();
        assertThat(client.delete("/v1/trainings/" + id).status()).isEqualTo(409);
        client.post("/v1/trainings/" + id + "/cancel", "");
        client.ended(id);
        assertThat(client.get("/v1/models/" + model).status()).isEqualTo(200);

        assertThat(client.delete("/v1/trainings/" + id).status()).isEqualTo(204);

        assertThat(client.get("/v1/trainings/" + id).status()).isEqualTo(404);
        assertThat(client.get("/v1/trainings/" + id + "/events").status()).isEqualTo(404);
        assertThat(client.get("/v1/models/" + model).status()).isEqualTo(404);
        assertThat(client.delete("/v1/trainings/" + id).status()).isEqualTo(404);
    }

    @Test
    void takesARepeatedRequestForOne() {
        String key = UUID.randomUUID().toString();

        Answer first = client.post("/v1/trainings", IRIS, "Idempotency-Key", key);
        Answer again = client.post("/v1/trainings", IRIS.replace(" ", ""), "Idempotency-Key", key);
        Answer other = client.post("/v1/trainings", LONG, "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body().path("errors").get(0).path("parameter").asString())
                .isEqualTo("Idempotency-Key");
        assertThat(client.post("/v1/trainings", IRIS, "Idempotency-Key", "k".repeat(256))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void tellsVersionsApart() {
        String id = client.train(IRIS);
        client.ended(id);
        Answer shown = client.get("/v1/trainings/" + id);
        String tag = shown.response().headers().firstValue("ETag").orElseThrow();

        assertThat(client.get("/v1/trainings/" + id, "If-None-Match", tag).status())
                .isEqualTo(304);
        assertThat(client.get("/v1/trainings/" + id, "If-None-Match", "\"other\"")
                        .status())
                .isEqualTo(200);
        assertThat(client.get("/v1/trainings/" + id, "If-None-Match", "*").status())
                .isEqualTo(304);
        assertThat(client.get("/v1/trainings/" + id, "If-Match", tag).status()).isEqualTo(200);
        assertThat(client.get("/v1/trainings/" + id, "If-Match", "\"other\"", "If-None-Match", "*")
                        .status())
                .isEqualTo(412);
        assertThat(client.get("/v1/trainings/none", "If-None-Match", "*").status())
                .isEqualTo(404);
        assertThat(client.delete("/v1/trainings/" + id, "If-Match", "\"other\"").status())
                .isEqualTo(412);
        assertThat(client.delete("/v1/trainings/" + id, "If-Match", tag).status())
                .isEqualTo(204);
    }

    @Test
    void listsTrainingsPageByPage() {
        List<String> ids =
                IntStream.range(0, 3).mapToObj(_ -> client.train(IRIS)).toList();
        ids.forEach(client::ended);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    client.get("/v1/trainings?state=SUCCEEDED&limit=2" + after).body();
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            after = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(ids);
        assertThat(seen.indexOf(ids.get(2))).isLessThan(seen.indexOf(ids.get(0)));
        assertThat(client.get("/v1/trainings?state=NONE").status()).isEqualTo(422);
        assertThat(client.get("/v1/trainings?after=x").status()).isEqualTo(422);
        assertThat(client.get("/v1/trainings?limit=0").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?state=foo", "?state=QUEUED,foo", "?state=QUEUED&state=foo"})
    void namesTheStatesThereAre(String query) {
        Answer refused = client.get("/v1/trainings" + query);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/parameter").asString()).isEqualTo("state");
        assertThat(refused.body().at("/errors/0/detail").asString())
                .isEqualTo(
                        "'foo' is not one of QUEUED, RUNNING, PAUSING, PAUSED, CANCELLING, CANCELLED, SUCCEEDED, FAILED");
    }

    @ParameterizedTest
    @CsvSource({
        "/metrics?from=-1, from, 0",
        "/events?after=-1, after, 0",
        "/checkpoints?after=-2, after, -1",
        "?after=-1, after, 0"
    })
    void goesOnBehindNothingThatThereCannotBe(String query, String parameter, long first) {
        String path = query.startsWith("?") ? "" : "/" + client.train(IRIS);

        Answer refused = client.get("/v1/trainings" + path + query);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/parameter").asString()).isEqualTo(parameter);
        assertThat(refused.body().at("/errors/0/detail").asString())
                .isEqualTo("must be at least %d, got %d".formatted(first, first - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "99999999999999999999"})
    void takesNoIdThatNoEventHas(String lastEventId) {
        String id = client.train(IRIS);

        Answer refused = client.get("/v1/trainings/" + id + "/events", "Last-Event-ID", lastEventId);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/parameter").asString()).isEqualTo("Last-Event-ID");
    }

    @Test
    void endsADivergenceWithTheStep() {
        String id = client.train(IRIS.replace(
                        "{\"type\": \"adam\", \"learningRate\": 0.01}", "{\"type\": \"sgd\", \"learningRate\": 1e300}")
                .replace("\"normalization\": {\"type\": \"batch\"}, ", ""));

        JsonNode failed = client.ended(id);

        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        JsonNode failure = failed.path("failure");
        assertThat(failure.path("type").asString()).isEqualTo("/problems/training-diverged");
        assertThat(failure.path("detail").asString()).contains("step ");
        assertThat(client.get("/problems/training-diverged").status()).isEqualTo(200);
        assertThat(client.get("/v1/trainings/" + id + "/metrics").status()).isEqualTo(200);
    }

    @Test
    void endsAtItsDeadline() {
        String id = client.train(LONG.replace("\"seed\": 3", "\"seed\": 3, \"deadlineSeconds\": 1"));

        JsonNode failed = client.ended(id);

        assertThat(failed.path("failure").path("type").asString()).isEqualTo("/problems/training-deadline");
        assertThat(longs(
                        client.get("/v1/trainings/" + id + "/checkpoints")
                                .body()
                                .path("items"),
                        "step"))
                .contains(failed.path("step").asLong());
    }

    @Test
    void stopsWhereTheValidationPartGetsNoBetter() {
        String id =
                client.train(IRIS.replace("\"epochs\": 5", "\"epochs\": 1000, \"earlyStopping\": {\"patience\": 3}"));

        JsonNode ended = client.ended(id);

        assertThat(ended.path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("epoch").asInt()).isLessThan(1000);
        assertThat(ended.path("step").asLong()).isLessThan(ended.path("steps").asLong());
        assertThat(longs(
                        client.get("/v1/trainings/" + id + "/checkpoints?limit=1000")
                                .body()
                                .path("items"),
                        "step"))
                .contains(ended.path("step").asLong());
    }

    @Test
    void checksGradientsOnTheWay() {
        String checked = IRIS.replace("\"epochs\": 5", "\"epochs\": 5, \"gradientCheckEvery\": 10");
        String right = client.train(checked);
        String wrong =
                client.train(checked.replace("\"epochs\": 5", "\"epochs\": 5, \"backward\": \"skipNormalization\""));
        String single = client.train(checked.replace("\"epochs\": 5", "\"epochs\": 5, \"precision\": \"float32\""));

        for (String id : List.of(right, single)) {
            client.ended(id);
            JsonNode failed = series(id, "gradientCheck.failed");
            assertThat(failed.get(9).asInt()).isZero();
            assertThat(failed.get(0).isNull()).isTrue();
        }
        client.ended(wrong);
        assertThat(series(wrong, "gradientCheck.failed").get(9).asInt()).isPositive();
        assertThat(series(wrong, "gradient.cosine").get(9).asDouble()).isBetween(-1.0, 0.999);
        JsonNode events =
                client.get("/v1/trainings/" + wrong + "/events").body().path("items");
        assertThat(StreamSupport.stream(events.spliterator(), false)
                        .filter(event -> event.path("event").asString().equals("warning")))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.path("code").asString()).isEqualTo("gradientCheckFailed"));
    }

    @Test
    void tellsOfStepsThatAreCheckedWhateverElseIsMeasured() {
        String id = client.train(
                IRIS.replace("\"epochs\": 5", "\"epochs\": 5, \"metricsEvery\": 0, \"gradientCheckEvery\": 7"));
        client.ended(id);

        JsonNode metrics = client.get("/v1/trainings/" + id + "/metrics").body();

        assertThat(longs(metrics.path("steps"))).containsExactly(7L, 14L, 21L, 28L, 35L);
        metrics.path("series")
                .path("gradientCheck.relativeError")
                .forEach(error -> assertThat(error.asDouble()).isLessThan(1e-9));
    }

    @Test
    void comesNearToNumbersThatLookLikeClasses() {
        String data = client.send(client.request("/v1/datasets?label=price", "Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString("size,price\n1,100\n2,200\n3,500\n4,900\n")))
                .text("id");
        String id = client.train("""
                {"network": {"inputs": 1, "layers": [{"type": "dense", "units": 1}], "loss": "meanSquaredError"},
                 "data": {"dataset": "%s"}, "epochs": 1, "parameters": {"layers": [{"W": [[0]], "b": [0]}]}}
                """.formatted(data));

        assertThat(client.ended(id).path("cost").asDouble())
                .isEqualTo((100 * 100 + 200 * 200 + 500 * 500 + 900 * 900) / 4.0);
    }

    @Test
    void showsAPageOfEventsThatIsNoLongerThanAnybodyReads() {
        String id = client.train(IRIS.replace("\"epochs\": 5", "\"epochs\": 3000")
                .replace("\"checkpointEvery\": 10", "\"checkpointEvery\": 0"));
        client.ended(id);

        long after = 0;
        long pages = 0;
        JsonNode page = client.get("/v1/trainings/" + id + "/events?limit=1000").body();
        while (page.path("items").size() > 0) {
            assertThat(page.path("items").get(0).path("id").asLong()).isEqualTo(after + 1);
            after = page.path("next").asLong();
            pages++;
            page = client.get("/v1/trainings/" + id + "/events?limit=1000&after=" + after)
                    .body();
        }

        assertThat(pages).isGreaterThan(1);
    }

    private JsonNode series(String id, String name) {
        return client.get("/v1/trainings/" + id + "/metrics")
                .body()
                .path("series")
                .path(name);
    }

    @Test
    void trainsOnExamplesThatCameWithTheRequest() {
        String id = client.train("""
                {"name": "by hand", "network": {"inputs": 2, "layers": [{"type": "dense", "units": 1}], "loss": "meanSquaredError"},
                 "data": {"batch": {"layout": "columns", "X": [[0, 1, 2, 3], [1, 0, 1, 0]], "Y": [[1, 3, 5, 7]]}},
                 "optimizer": {"type": "momentum", "learningRate": 0.02}, "epochs": 500, "batchSize": 4, "metricsEvery": 0,
                 "parameters": {"layers": [{"W": [[0, 0]], "b": [0]}]}}
                """);

        JsonNode ended = client.ended(id);

        assertThat(ended.path("cost").asDouble()).isLessThan(1e-3);
        assertThat(ended.path("name").asString()).isEqualTo("by hand");
        assertThat(ended.has("accuracy")).isFalse();
        assertThat(ended.path("request")
                        .path("data")
                        .path("batch")
                        .path("X")
                        .get(1)
                        .get(0)
                        .asInt())
                .isEqualTo(1);
        assertThat(client.get("/v1/trainings/" + id + "/metrics")
                        .body()
                        .path("steps")
                        .size())
                .isZero();
    }

    @Test
    void namesEveryFaultAtOnce() {
        Answer refused = client.post("/v1/trainings", """
                {"network": {"inputs": 5, "layers": [{"type": "dense", "units": 2}], "loss": "softmaxCrossEntropy"},
                 "data": {"dataset": "iris"}, "optimizer": {"type": "adam", "learningRate": -1}, "batchSize": 0,
                 "validationFraction": 1, "schedule": {"type": "step"}, "epoch": 3, "seed": "x"}
                """);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(StreamSupport.stream(refused.body().path("errors").spliterator(), false)
                        .map(error -> error.path("pointer").asString()))
                .containsExactlyInAnyOrder(
                        "/network/inputs",
                        "/data/dataset",
                        "/optimizer/learningRate",
                        "/batchSize",
                        "/validationFraction",
                        "/schedule/every",
                        "/epoch",
                        "/seed");
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        assertRefused(IRIS.replace("\"iris\"", "\"roses\""), "/data/dataset");
        assertRefused(IRIS.replace("{\"dataset\": \"iris\"}", "{}"), "/data/dataset");
        assertRefused(
                IRIS.replace("\"validationFraction\": 0.2", "\"earlyStopping\": {\"patience\": 2}"), "/earlyStopping");
        assertRefused(
                IRIS.replace("\"epochs\": 5, \"checkpointEvery\": 10", "\"epochs\": 100000, \"checkpointEvery\": 1"),
                "/checkpointEvery");
        assertRefused(
                IRIS.replace("{\"type\": \"batch\"}", "{\"type\": \"batch\", \"varianceEstimator\": \"unbiased\"}")
                        .replace("\"batchSize\": 16", "\"batchSize\": 17"),
                "/network/layers/0/normalization/varianceEstimator");
    }

    private void assertRefused(String request, String pointer) {
        Answer refused = client.post("/v1/trainings", request);
        assertThat(refused.status()).as(request).isEqualTo(422);
        assertThat(refused.body().path("errors").get(0).path("pointer").asString())
                .isEqualTo(pointer);
        assertThat(refused.body().path("errors").size()).isEqualTo(1);
    }

    @Test
    void refusesWhatWouldBeTooMuch() {
        Answer refused = client.post(
                "/v1/trainings",
                IRIS.replace("\"units\": 8", "\"units\": 200000")
                        .replace(
                                "\"epochs\": 5, \"checkpointEvery\": 10",
                                "\"epochs\": 1000000, \"checkpointEvery\": 0"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("/problems/work-too-large");
        assertThat(refused.body().path("estimate").path("operations").asDouble())
                .isGreaterThan(1e12);
    }

    @Test
    void letsACheckpointBeInspectedAndAskedForPredictions() {
        String id = client.train(IRIS);
        JsonNode ended = client.ended(id);
        String model = ended.path("model").asString();

        Answer inspected = client.post(
                "/v1/inspections",
                "{\"model\": \"%s\", \"mode\": \"inference\", \"batch\": {\"X\": [[5.1, 3.5, 1.4, 0.2], [6.3, 3.3, 6.0, 2.5]], \"labels\": [0, 2]}}"
                        .formatted(model));
        Answer predicted = client.post(
                "/v1/models/" + model + "/predictions", "{\"X\": [[5.1, 3.5, 1.4, 0.2], [6.3, 3.3, 6.0, 2.5]]}");

        assertThat(inspected.status()).as(inspected.response().body()).isEqualTo(200);
        assertThat(predicted.status()).as(predicted.response().body()).isEqualTo(200);
        assertThat(predicted.body().path("A"))
                .isEqualTo(
                        inspected.body().path("layers").get(1).path("forward").path("A"));
        assertThat(longs(predicted.body().path("labels"))).containsExactly(0L, 2L);
    }

    private static List<Long> longs(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }

    private static List<Long> longs(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(item -> item.path(field).asLong())
                .toList();
    }
}
