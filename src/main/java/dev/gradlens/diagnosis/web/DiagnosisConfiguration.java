package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.judge.Diagnoser;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.openapi.RequestExamples;
import dev.gradlens.wire.setup.SetupReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class DiagnosisConfiguration {

    @Bean
    Diagnoser diagnoser(KernelsProvider provider) {
        return new Diagnoser(provider);
    }

    @Bean
    DiagnosisReader diagnosisReader(SetupReader setups) {
        return new DiagnosisReader(setups);
    }

    @Bean
    DiagnosisStreams diagnosisStreams(
            SetupReader setups, Diagnoser diagnoser, MistakePages pages, ComputePool pool, JsonMapper json) {
        return new DiagnosisStreams(setups, diagnoser, pages, pool, json);
    }

    @Bean
    RequestExamples diagnosisExamples() {
        return DiagnosisExample.all();
    }
}
