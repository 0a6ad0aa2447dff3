package dev.gradlens.wire.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other pages may call the service from a browser.
 *
 * @param allowedOrigins such as {@code https://notes.example}; none by default, since the service has no log-in and
 *     anything that reaches it may use it
 */
@ConfigurationProperties("gradlens.cors")
record CorsSettings(@DefaultValue List<String> allowedOrigins) {}
