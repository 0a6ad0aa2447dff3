package dev.gradlens.wire.http;

import java.util.List;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells Spring MVC how bodies and addresses are read. */
final class WebSettings implements WebMvcConfigurer {
    private final PostedConverter posted;
    private final FiledAnswerConverter filed;
    private final PostedLinesConverter lines;
    private final PostedFileConverter files;
    private final LengthInterceptor length;

    WebSettings(
            PostedConverter posted,
            FiledAnswerConverter filed,
            PostedLinesConverter lines,
            PostedFileConverter files,
            LengthInterceptor length) {
        this.posted = posted;
        this.filed = filed;
        this.lines = lines;
        this.files = files;
        this.length = length;
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters
                .addCustomConverter(posted)
                .addCustomConverter(filed)
                .addCustomConverter(lines)
                .addCustomConverter(files)
                .addCustomConverter(new AnsweredLinesConverter())
                .addCustomConverter(new AnsweredEventsConverter())
                .addCustomConverter(new ScriptAnswerConverter());
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(new FormatParameter(), new AcceptHeader()));
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverterFactory(new WireNameConverter());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(length);
        registry.addInterceptor(new QueryInterceptor());
        registry.addInterceptor(new ChoiceInterceptor());
    }
}
