package dev.gradlens.wire.http;

import dev.gradlens.wire.problem.Problem;
import dev.gradlens.wire.problem.ProblemType;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Words what Tomcat refuses before the application is asked: a broken request line, headers that are too long. */
final class ProblemReportValve extends ErrorReportValve {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemReportValve.class);

    /** One that encodes nothing, so that it can only have been meant as itself. */
    private static final Pattern STRAY_PERCENT = Pattern.compile("%(?!\\p{XDigit}{2})");

    private final JsonMapper json;

    ProblemReportValve(JsonMapper json) {
        this.json = json;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        boolean toBeSaid = response.getStatus() >= 400 && !response.isCommitted() && response.getContentWritten() == 0;
        if (toBeSaid && response.setErrorReported()) {
            try {
                say(problem(ProblemType.ofStatus(response.getStatus()), request), response);
            } catch (IOException gone) {
                LOG.debug("a client left before its answer", gone);
            }
        }
    }

    private static Problem problem(ProblemType type, Request request) {
        Problem problem = Problem.of(type, type.title() + ".");
        String target = request.getRequestURI();
        String address = target == null ? "" : STRAY_PERCENT.matcher(target).replaceAll("%25");
        return isAddress(address) ? problem.at(address) : problem;
    }

    /** Whether this may be repeated: what was asked for may be no address, which may be why it is refused. */
    private static boolean isAddress(String target) {
        try {
            return target.startsWith("/") && new URI(target).getPath() != null;
        } catch (URISyntaxException broken) {
            return false;
        }
    }

    /** The status is the type's: Tomcat answers an unknown transfer encoding with 501, which is the client's fault. */
    private void say(Problem problem, Response response) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        Writer writer = response.getReporter();
        if (writer != null) {
            writer.write(json.writeValueAsString(problem));
            response.finishResponse();
        }
    }
}
