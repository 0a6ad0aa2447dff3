package dev.gradlens.wire.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Work;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class WireLimitsTests {

    private static WireLimits bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("gradlens.limits", WireLimits.class);
    }

    @Test
    void hasDefaults() {
        WireLimits limits = bind(Map.of());

        assertThat(limits)
                .isEqualTo(new WireLimits(
                        DataSize.ofMegabytes(32),
                        64,
                        Duration.ofSeconds(30),
                        DataSize.ofMegabytes(256),
                        100_000_000_000L,
                        Duration.ofMinutes(2),
                        DataSize.ofGigabytes(1),
                        4_000_000,
                        null,
                        64));
        assertThat(limits.bytesInFlight()).isEqualTo(Runtime.getRuntime().maxMemory() / 2);
    }

    @Test
    void mapsEverySetting() {
        WireLimits limits = bind(Map.of(
                "gradlens.limits.max-body", "1MB",
                "gradlens.limits.nesting", "20",
                "gradlens.limits.body-deadline", "5s",
                "gradlens.limits.unread-body", "7MB",
                "gradlens.limits.operations", "10",
                "gradlens.limits.computation-deadline", "4s",
                "gradlens.limits.memory", "2KB",
                "gradlens.limits.answer-numbers", "30",
                "gradlens.limits.memory-in-flight", "1KB",
                "gradlens.limits.queue", "3"));

        assertThat(limits)
                .isEqualTo(new WireLimits(
                        DataSize.ofMegabytes(1),
                        20,
                        Duration.ofSeconds(5),
                        DataSize.ofMegabytes(7),
                        10,
                        Duration.ofSeconds(4),
                        DataSize.ofKilobytes(2),
                        30,
                        DataSize.ofKilobytes(1),
                        3));
        assertThat(limits.work()).isEqualTo(new Work(10, 1024, 30));
    }
}
