package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.admission.ComputePool;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A service that computes no request for longer than a second. */
@Timeout(60)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"gradlens.limits.computation-deadline=1s"})
class DeadlineIntegrationTests extends ServiceTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Autowired
    private ComputePool pool;

    @Test
    void endsAComputationAtItsDeadlineAndFreesItsThread() throws Exception {
        ObjectNode slow = LargeNetwork.of(4, 1, 1000);
        slow.putObject("gradientCheck").put("targets", "all");
        long start = System.nanoTime();

        JsonNode problem = client.refuse(slow, 422, "work-too-large");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(problem.get("detail").stringValue()).contains("longer than 1 second,");
        assertThat(problem.at("/estimate/operations").longValue())
                .isPositive()
                .isLessThan(problem.at("/limits/operations").longValue());
        assertIdle();
        client.inspect(Sound.logits());
    }

    private void assertIdle() throws InterruptedException {
        long until = System.nanoTime() + SOON.toNanos();
        while (pool.running() > 0 && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(pool.running()).isZero();
    }
}
