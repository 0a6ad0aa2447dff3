package dev.gradlens.wire.http;

import dev.gradlens.wire.problem.Problem;
import dev.gradlens.wire.problem.ProblemType;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets pages from elsewhere call. As a filter it covers every answer, those to a wrong address, method or media type too:
 * without its headers a browser shows a page no more of a problem than that there was one.
 */
final class CrossOrigin extends DefaultCorsProcessor {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "DELETE");

    /** What a page may read beyond the few headers that browsers show anyway. */
    private static final List<String> EXPOSED = List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.ALLOW,
            HttpHeaders.CONTENT_DISPOSITION);

    private final JsonMapper json;

    private CrossOrigin(JsonMapper json) {
        this.json = json;
    }

    static CorsFilter filter(CorsSettings settings, JsonMapper json) {
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", rules(settings));
        CorsFilter filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new CrossOrigin(json));
        return filter;
    }

    private static CorsConfiguration rules(CorsSettings settings) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOriginPatterns(settings.allowedOrigins());
        rules.setAllowedMethods(METHODS);
        rules.addAllowedHeader(CorsConfiguration.ALL);
        rules.setExposedHeaders(EXPOSED);
        rules.setAllowCredentials(settings.allowCredentials());
        rules.setAllowPrivateNetwork(true); // a page on the web may call a service on its reader's own machine
        rules.setMaxAge(settings.maxAge());
        return rules;
    }

    @Override
    protected void rejectRequest(ServerHttpResponse response) throws IOException {
        Problem problem = Problem.of(
                ProblemType.FORBIDDEN, "The page that sends this request, or what it sends, is not allowed here.");
        response.setStatusCode(HttpStatus.FORBIDDEN);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getBody().write(json.writeValueAsBytes(problem));
        response.flush();
    }
}
