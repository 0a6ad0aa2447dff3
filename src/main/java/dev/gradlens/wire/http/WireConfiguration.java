package dev.gradlens.wire.http;

import dev.gradlens.wire.ConstantPath;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.admission.MemoryBudget;
import dev.gradlens.wire.admission.WireLimits;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.setup.KnownModels;
import dev.gradlens.wire.setup.SetupReader;
import dev.gradlens.wire.tensors.WireModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.json.JsonMapper;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
class WireConfiguration {

    @Bean
    MemoryBudget memoryBudget(WireLimits limits) {
        return new MemoryBudget(limits);
    }

    @Bean
    ComputePool computePool(WireLimits limits, MemoryBudget memory) {
        return new ComputePool(limits, memory);
    }

    @Bean
    LoadMetrics loadMetrics(ComputePool pool, MemoryBudget memory) {
        return new LoadMetrics(pool, memory);
    }

    @Bean
    JacksonModule wireModule() {
        return new WireModule();
    }

    /** What a computation produces beyond numbers is written as the strings "NaN", "Infinity" and "-Infinity". */
    @Bean
    JsonFactoryBuilderCustomizer notANumberAsString() {
        return factory -> factory.enable(JsonWriteFeature.WRITE_NAN_AS_STRINGS);
    }

    @Bean
    JsonReader jsonReader(WireLimits limits) {
        return new JsonReader(limits.nesting());
    }

    @Bean
    SetupReader setupReader(ObjectProvider<KnownModels> models) {
        return new SetupReader(models.getIfAvailable(() -> KnownModels.NONE));
    }

    @Bean
    WebSettings webSettings(
            JsonReader reader, WireLimits limits, ArrayLimits arrays, MemoryBudget memory, JsonMapper json) {
        BodyGuard guard = new BodyGuard(limits, memory);
        return new WebSettings(
                new PostedConverter(reader, guard, new PartsBody(reader, arrays)),
                new FiledAnswerConverter(json),
                new PostedLinesConverter(reader, guard),
                new PostedFileConverter(guard, arrays),
                new LengthInterceptor(limits));
    }

    /** Before all others, so that its headers are on all answers. */
    @Bean
    FilterRegistrationBean<CorsFilter> crossOrigin(CorsSettings settings, JsonMapper json) {
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(CrossOrigin.filter(settings, json));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setEnabled(!settings.allowedOrigins().isEmpty());
        return filter;
    }

    @Bean
    ConstantAnswersFilter constantAnswersFilter(ObjectProvider<ConstantPath> declared) {
        return new ConstantAnswersFilter(declared.stream().toList());
    }

    /** In place of Spring Boot's own, by its name. */
    @Bean(DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME)
    Dispatcher dispatcherServlet() {
        return new Dispatcher();
    }

    @Bean
    TomcatCustomizer tomcatCustomizer(JsonMapper json, WireLimits limits) {
        return new TomcatCustomizer(json, limits);
    }
}
