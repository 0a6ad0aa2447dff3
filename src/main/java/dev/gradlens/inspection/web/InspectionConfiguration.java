package dev.gradlens.inspection.web;

import dev.gradlens.inspection.Inspector;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.wire.setup.SetupReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class InspectionConfiguration {

    @Bean
    Inspector inspector(KernelsProvider provider) {
        return new Inspector(provider);
    }

    @Bean
    InspectionReader inspectionReader(SetupReader setups, CheckSettings settings) {
        return new InspectionReader(setups, settings);
    }
}
