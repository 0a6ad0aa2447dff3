package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CorsSettingsTests {

    private static CorsSettings bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("gradlens.cors", CorsSettings.class);
    }

    @Test
    void letsNobodyInByDefault() {
        assertThat(bind(Map.of())).isEqualTo(new CorsSettings(List.of(), false, Duration.ofHours(2)));
    }

    @Test
    void mapsEverySetting() {
        CorsSettings settings = bind(Map.of(
                "gradlens.cors.allowed-origins", "https://notes.example, http://localhost:[*]",
                "gradlens.cors.allow-credentials", "true",
                "gradlens.cors.max-age", "5m"));

        assertThat(settings)
                .isEqualTo(new CorsSettings(
                        List.of("https://notes.example", "http://localhost:[*]"), true, Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.example", "https://notes.example/", "https://notes.example/page", "null", ""})
    void refusesWhatNoBrowserSendsAsAnOrigin(String origin) {
        assertThatThrownBy(() -> new CorsSettings(List.of(origin), false, Duration.ZERO))
                .hasMessageContaining("got '" + origin + "'");
    }

    @Test
    void refusesToLetEveryPageActForWhoeverIsLoggedIn() {
        assertThatThrownBy(() -> new CorsSettings(List.of("*"), true, Duration.ZERO))
                .hasMessageContaining("allow-credentials");
    }
}
