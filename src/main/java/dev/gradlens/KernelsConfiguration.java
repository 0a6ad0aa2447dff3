package dev.gradlens;

import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the kernels that the settings name, for every room that computes. */
@Configuration(proxyBeanMethods = false)
class KernelsConfiguration {
    private static final Logger log = LoggerFactory.getLogger(KernelsConfiguration.class);

    @Bean
    KernelsProvider kernelsProvider(KernelsSettings settings) {
        KernelsProvider provider = KernelsProviders.start(settings.kernels());
        log.info("Computing on {}", provider.backend());
        return provider;
    }

    /** Says under {@code /actuator/info} what computes. */
    @Bean
    InfoContributor kernelsInfo(KernelsProvider provider) {
        return info -> info.withDetail("kernels", Map.of("backend", provider.backend()));
    }
}
