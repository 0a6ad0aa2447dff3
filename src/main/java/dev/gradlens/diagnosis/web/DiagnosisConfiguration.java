package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.judge.Diagnoser;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.KernelsProviders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class DiagnosisConfiguration {

    @Bean
    Diagnoser diagnoser(KernelsProvider provider) {
        return new Diagnoser(provider, KernelsProviders.start("reference"));
    }
}
