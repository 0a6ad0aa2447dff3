package dev.gradlens.dataset.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOrderedIdTests {
    private static final Instant MOMENT = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void isAUuidOfVersionSeven() {
        UUID id = UUID.fromString(TimeOrderedId.of(MOMENT));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MOMENT.toEpochMilli());
        assertThat(TimeOrderedId.isOne(id.toString())).isTrue();
    }

    @Test
    void differsEachTimeAndFollowsTheTime() {
        assertThat(TimeOrderedId.of(MOMENT)).isNotEqualTo(TimeOrderedId.of(MOMENT));
        assertThat(TimeOrderedId.of(MOMENT)).isLessThan(TimeOrderedId.of(MOMENT.plusMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "iris", "0", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "019B7D3C-0E2E-7000-8000-000000000000"})
    void knowsWhatIsNone(String text) {
        assertThat(TimeOrderedId.isOne(text)).isFalse();
    }
}
