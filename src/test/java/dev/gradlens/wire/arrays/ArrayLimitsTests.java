package dev.gradlens.wire.arrays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ArrayLimitsTests {
    @Test
    void hasDefaults() {
        assertThat(bound(Map.of()))
                .isEqualTo(new ArrayLimits(
                        10_000, DataSize.ofMegabytes(64), DataSize.ofMegabytes(128), DataSize.ofMegabytes(1), 1032));
    }

    @Test
    void readsEverySetting() {
        ArrayLimits limits = bound(Map.of(
                "gradlens.limits.arrays.count", "1",
                "gradlens.limits.arrays.one", "2KB",
                "gradlens.limits.arrays.total", "3KB",
                "gradlens.limits.arrays.header", "4KB",
                "gradlens.limits.arrays.compression", "5"));

        assertThat(limits)
                .isEqualTo(new ArrayLimits(
                        1, DataSize.ofKilobytes(2), DataSize.ofKilobytes(3), DataSize.ofKilobytes(4), 5));
    }

    private static ArrayLimits bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("gradlens.limits.arrays", ArrayLimits.class);
    }

    @Test
    void tellsTheBudgetBeforeItAllocates() {
        List<Long> told = new ArrayList<>();
        ArrayMemory memory = new ArrayMemory(ArrayFiles.LIMITS, told::add);

        memory.allocate(10);
        memory.reserve(7);

        assertThat(told).containsExactly(80L, 7L);
        assertThatExceptionOfType(ArrayRefusedException.class).isThrownBy(() -> memory.allocate(1L << 40));
        assertThat(told).hasSize(2);
    }
}
