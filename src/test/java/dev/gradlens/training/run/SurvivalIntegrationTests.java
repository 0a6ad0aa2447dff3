package dev.gradlens.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.RealPostgres;
import dev.gradlens.ServiceProcess;
import dev.gradlens.training.TrainingClient;
import dev.gradlens.training.TrainingClient.Answer;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Trainings whose service is killed, stopped, or loses what it writes to. Each runs in processes of its own. Under the profile
 * {@code survival} twenty trainings at a time are interrupted three times.
 */
@Timeout(1200)
class SurvivalIntegrationTests {
    private static final int SEEDS = Integer.getInteger("survival.seeds", 2);
    /** What is left to the profile of that name, as each of these waits for leases to run out. */
    private static final String AT_LENGTH = "survival";

    private static final int KILLS = Integer.getInteger("survival.kills", 1);
    private static final int STEPS = 1200;

    private final Random random = new Random(11);

    @TempDir
    private Path data;

    @Test
    void goesOnWhereAnEmbeddedDatabaseWasKilled() {
        String[] options = {"--gradlens.trainings.workers=2"};
        ServiceProcess service = ServiceProcess.start(data, options);
        List<String> broken = all(new TrainingClient(service.address()));
        for (int kill = 0; kill < KILLS; kill++) {
            untilSomeStep(new TrainingClient(service.address()), broken);
            service.kill();
            service = ServiceProcess.start(data, options);
        }
        try (ServiceProcess last = service) {
            requireUnharmed(new TrainingClient(last.address()), broken);
        }
    }

    @Test
    void isTakenOverByAnotherInstance() {
        String[] options = postgres();
        ServiceProcess first = ServiceProcess.start(data, options);
        ServiceProcess second = ServiceProcess.start(data, options);
        List<String> broken = all(new TrainingClient(first.address()));
        for (int kill = 0; kill < KILLS; kill++) {
            TrainingClient client = new TrainingClient(second.address());
            untilSomeStep(client, broken);
            Set<String> held = running(client);
            first.kill();
            long killed = System.nanoTime();
            while (!takenOver(client, held)) {
                assertThat((System.nanoTime() - killed) / 1e9).as("seconds").isLessThan(20); // measured quiet: 6 to 7
            }
            first = second;
            second = ServiceProcess.start(data, options);
        }
        requireUnharmed(new TrainingClient(second.address()), broken);
        first.close();
        second.close();
    }

    @Test
    @Tag(AT_LENGTH)
    void writesNothingMoreWhereItSleptThroughItsLease() {
        String url = RealPostgres.newDatabase();
        String[] options = options(url, 2);
        try (ServiceProcess sleeper = ServiceProcess.start(data, options);
                ServiceProcess other = ServiceProcess.start(data, options(url, -1))) {
            TrainingClient client = new TrainingClient(other.address());
            List<String> broken = all(new TrainingClient(sleeper.address()));
            untilSomeStep(client, broken);
            sleeper.signal("STOP");
            try (ServiceProcess heir = ServiceProcess.start(data, options)) {
                broken.forEach(client::ended);
                List<JsonNode> before =
                        broken.stream().map(id -> shown(client, id)).toList();
                sleeper.signal("CONT");
                pause(3000);
                assertThat(broken.stream().map(id -> shown(client, id)).toList())
                        .isEqualTo(before);
                requireUnharmed(new TrainingClient(heir.address()), broken);
            }
        }
    }

    @Test
    @Tag(AT_LENGTH)
    void waitsForADatabaseThatIsAway() {
        try (RealPostgres.Stoppable database = RealPostgres.stoppable(data.resolve("postgres"));
                ServiceProcess service = ServiceProcess.start(data, options(database.url(), 2))) {
            TrainingClient client = new TrainingClient(service.address());
            List<String> broken = all(client);
            untilSomeStep(client, broken);

            database.stop();
            Answer refused = client.get("/v1/trainings");
            Answer notQueued = client.post("/v1/trainings", request(99));
            pause(12_000);
            database.start();

            for (Answer answer : List.of(refused, notQueued)) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.response().headers().firstValue("Retry-After"))
                        .isPresent();
            }
            requireUnharmed(client, broken);
        }
    }

    @Test
    void goesOnWhereTheVolumeWasFullForAWhile() {
        requireBridged(postgres());
    }

    @Test
    @Tag(AT_LENGTH)
    void goesOnWhereTheVolumeOfAnEmbeddedDatabaseWasFullForAWhile() {
        requireBridged("--gradlens.trainings.workers=2");
    }

    private void requireBridged(String... options) {
        try (ServiceProcess service = ServiceProcess.start(data, options)) {
            TrainingClient client = new TrainingClient(service.address());
            List<String> broken = all(client);
            untilSomeStep(client, broken);

            service.refuseFiles(true);
            Answer notQueued = client.post("/v1/trainings", request(99));
            pause(2000);
            service.refuseFiles(false);

            assertThat(notQueued.status()).isEqualTo(503);
            assertThat(notQueued.response().headers().firstValue("Retry-After")).isPresent();
            requireUnharmed(client, broken);
        }
    }

    private static String[] postgres() {
        return options(RealPostgres.newDatabase(), 2);
    }

    private static String[] options(String url, int workers) {
        return new String[] {
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--gradlens.trainings.workers=" + workers
        };
    }

    private static String request(int seed) {
        return """
            {"network": {"inputs": 4, "layers": [
                {"type": "dense", "units": 24, "normalization": {"type": "batch"}, "activation": "tanh"},
                {"type": "dense", "units": 24, "normalization": {"type": "batch"}, "activation": "tanh"},
                {"type": "dense", "units": 3}], "loss": "softmaxCrossEntropy"},
             "data": {"dataset": "iris"}, "standardize": true, "validationFraction": 0.2, "batchSize": 20,
             "optimizer": {"type": "adam"}, "epochs": %d, "checkpointEvery": 70, "metricsEvery": 3, "seed": %d,
             "initialization": {"scheme": "xavier", "seed": %d}}
            """.formatted(STEPS / 6, seed, seed);
    }

    private static List<String> all(TrainingClient client) {
        return IntStream.range(0, SEEDS)
                .mapToObj(seed -> client.train(request(seed)))
                .toList();
    }

    /** Waits until a training that has not ended has come to some step. */
    private void untilSomeStep(TrainingClient client, List<String> ids) {
        double share = random.nextDouble();
        boolean reached = false;
        while (!reached) {
            List<JsonNode> running = ids.stream()
                    .map(id -> client.get("/v1/trainings/" + id).body())
                    .filter(training -> training.path("state").asString().equals("RUNNING"))
                    .toList();
            reached =
                    running.stream().anyMatch(training -> training.path("step").asInt() >= share * STEPS)
                            || ids.stream()
                                    .allMatch(id -> client.get("/v1/trainings/" + id)
                                            .text("state")
                                            .equals("SUCCEEDED"));
        }
        pause(random.nextInt(300));
    }

    private static Set<String> running(TrainingClient client) {
        Set<String> held = new HashSet<>();
        client.get("/v1/trainings?state=RUNNING&limit=100")
                .body()
                .path("items")
                .forEach(item -> held.add(
                        item.path("id").asString() + " " + item.path("attempt").asInt()));
        return held;
    }

    /** Whether each of them has another attempt, or has ended. */
    private static boolean takenOver(TrainingClient client, Set<String> held) {
        Set<String> left = running(client);
        left.retainAll(held);
        return left.size() <= 2; // as many as the instance that lives may hold itself
    }

    private static void requireUnharmed(TrainingClient client, List<String> broken) {
        for (String id : broken) {
            JsonNode ended = client.ended(id);
            assertThat(ended.path("state").asString()).as(ended.toString()).isEqualTo("SUCCEEDED");
            List<Long> steps = StreamSupport.stream(
                            client.get("/v1/trainings/" + id + "/metrics?names=cost")
                                    .body()
                                    .path("steps")
                                    .spliterator(),
                            false)
                    .map(JsonNode::asLong)
                    .filter(step -> step % 3 == 0)
                    .toList();
            assertThat(steps)
                    .isEqualTo(IntStream.rangeClosed(1, STEPS / 3)
                            .mapToObj(third -> 3L * third)
                            .toList());
        }
        List<String> unbroken = all(client);
        unbroken.forEach(client::ended);
        assertThat(broken.stream().map(client::finalParameters).toList())
                .isEqualTo(unbroken.stream().map(client::finalParameters).toList());
    }

    private static JsonNode shown(TrainingClient client, String id) {
        return client.get("/v1/trainings/" + id).body();
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
