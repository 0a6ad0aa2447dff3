package dev.gradlens.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gradlens.RealPostgres;
import dev.gradlens.ServiceProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances that share a database. */
class VolumeIdentityIntegrationTests {

    @Test
    void startWhereTheySeeTheFilesOfTheirDatabaseAndNowhereElse(@TempDir Path data, @TempDir Path elsewhere) {
        String[] options = {
            "--spring.datasource.url=" + RealPostgres.newDatabase(), "--spring.datasource.username=postgres"
        };
        try (ServiceProcess first = ServiceProcess.start(data, options);
                ServiceProcess second = ServiceProcess.start(data, options)) {
            assertThat(second.address()).isNotEqualTo(first.address());

            assertThatThrownBy(() -> ServiceProcess.start(elsewhere, options))
                    .hasMessageContaining("The database belongs to another data directory than " + elsewhere)
                    .hasMessageContaining("Set gradlens.data-directory")
                    .message()
                    .doesNotContain("\tat ");
        }
    }
}
