package dev.gradlens.wire.http;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which other pages may call the service from a browser.
 *
 * @param allowedOrigins such as {@code https://notes.example}; a {@code *} stands for any characters
 *     ({@code https://*.example}), {@code [*]} for any port ({@code http://localhost:[*]}), and {@code *} alone for every
 *     page there is. None by default, since the service has no log-in and anything that reaches it may use it
 * @param allowCredentials whether these pages' requests carry the cookies and the log-in that a proxy before the service
 *     may ask for; not by default, since the service needs none, and never where every page may call
 * @param maxAge for how long a browser need not ask again whether a page may call: two hours are the longest that every
 *     browser heeds
 */
@ConfigurationProperties("gradlens.cors")
record CorsSettings(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("false") boolean allowCredentials,
        @DefaultValue("2h") Duration maxAge) {
    private static final String EVERY = "*";
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#\\s]+");

    CorsSettings {
        allowedOrigins = List.copyOf(allowedOrigins);
        allowedOrigins.forEach(CorsSettings::refuseOther);
        if (allowCredentials && allowedOrigins.contains(EVERY)) {
            throw new IllegalArgumentException("gradlens.cors.allow-credentials needs origins by name in"
                    + " gradlens.cors.allowed-origins: with * every page could act for whoever is logged in.");
        }
    }

    private static void refuseOther(String origin) {
        if (!origin.equals(EVERY) && !ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("gradlens.cors.allowed-origins takes origins as browsers send them,"
                    + " scheme://host or scheme://host:port without a path, or *; got '" + origin + "'.");
        }
    }
}
