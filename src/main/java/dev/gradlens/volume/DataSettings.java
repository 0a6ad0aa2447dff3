package dev.gradlens.volume;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where everything lives that is kept.
 *
 * @param dataDirectory a folder, made where it is missing; relative to where the service is started. Several instances that
 *     share a database share this folder too
 */
@ConfigurationProperties("gradlens")
public record DataSettings(@DefaultValue("gradlens-data") Path dataDirectory) {

    /** The folder without anything relative in it. */
    public Path directory() {
        return dataDirectory.toAbsolutePath().normalize();
    }
}
