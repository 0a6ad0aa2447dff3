package dev.gradlens;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "GradLens")
public class GradLensApplication {

    /**
     * Starts the service with the given command line.
     *
     * @param arguments Spring Boot's command line arguments
     */
    public static void main(String[] arguments) {
        SpringApplication.run(GradLensApplication.class, arguments);
    }
}
