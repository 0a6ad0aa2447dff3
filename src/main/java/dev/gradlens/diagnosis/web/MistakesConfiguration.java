package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.ConstantPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The catalogue's texts, which only another version of the service changes. */
@Configuration(proxyBeanMethods = false)
class MistakesConfiguration {

    @Bean
    MistakePages mistakePages() {
        return new MistakePages(MistakeTexts.shipped());
    }

    @Bean
    ConstantPath mistakesPath() {
        return new ConstantPath(MistakesController.PATH);
    }
}
