package dev.gradlens.wire.http;

import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells Spring MVC how bodies and addresses are read. */
final class WebSettings implements WebMvcConfigurer {
    private final PostedConverter posted;
    private final LengthInterceptor length;

    WebSettings(PostedConverter posted, LengthInterceptor length) {
        this.posted = posted;
        this.length = length;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.addCustomConverter(posted);
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new WireNameConverter());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(length);
    }
}
