package dev.gradlens.model.web;

import dev.gradlens.model.Models;
import dev.gradlens.tensor.KernelsProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class ModelConfiguration {

    @Bean
    NamedModels namedModels(Models models) {
        return new NamedModels(models);
    }

    @Bean
    Predictor predictor(KernelsProvider provider) {
        return new Predictor(provider);
    }
}
