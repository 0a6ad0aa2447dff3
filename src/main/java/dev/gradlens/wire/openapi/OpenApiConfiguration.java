package dev.gradlens.wire.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Puts the room together. The frame comes last, since it puts in order what the others define. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    ModelConverter wireSchemas() {
        return new WireSchemas();
    }

    @Bean
    @Order(1)
    GlobalOpenApiCustomizer problemResponses() {
        return new ProblemResponses();
    }

    @Bean
    @Order(2)
    GlobalOpenApiCustomizer requestExamples(ObjectProvider<RequestExamples> examples) {
        return new ExamplesCustomizer(examples.orderedStream().toList());
    }

    @Bean
    @Order(3)
    GlobalOpenApiCustomizer filesOfArrays() {
        return new FilesCustomizer();
    }

    @Bean
    @Order(4)
    GlobalOpenApiCustomizer documentFrame(ObjectProvider<BuildProperties> build) {
        BuildProperties known = build.getIfAvailable();
        return new DocumentFrame(known == null ? "development" : String.valueOf(known.getVersion()));
    }
}
