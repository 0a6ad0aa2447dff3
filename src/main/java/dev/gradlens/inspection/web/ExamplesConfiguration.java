package dev.gradlens.inspection.web;

import dev.gradlens.inspection.Inspector;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.openapi.RequestExamples;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** What is done with the examples: they are offered with the operation, and one warms the service up. */
@Configuration(proxyBeanMethods = false)
class ExamplesConfiguration {
    @Bean
    RequestExamples inspectionExamples() {
        return InspectionExample.all();
    }

    @Bean
    WarmUp warmUp(JsonReader json, InspectionReader reader, Inspector inspector, JsonMapper writer) {
        return new WarmUp(json, reader, inspector, writer);
    }
}
