package dev.gradlens.wire.http;

import dev.gradlens.wire.admission.WireLimits;
import org.apache.catalina.Context;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Makes Tomcat refuse in our form, and hear refused clients out. It comes after Spring Boot's own customizer, whose pages it replaces. */
final class TomcatCustomizer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {
    /** Of bytes on their way to a client: an answer of 2 MB then takes 60 calls of the system rather than 250. */
    static final int WRITTEN_AT_ONCE = 32 * 1024;

    private final JsonMapper json;
    private final WireLimits limits;

    TomcatCustomizer(JsonMapper json, WireLimits limits) {
        this.json = json;
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addEngineValves(new UnreadBodyValve(limits), new WideAnswerValve(WRITTEN_AT_ONCE));
        factory.addContextCustomizers(this::replaceReports);
        factory.addConnectorCustomizers(connector -> {
            connector.setAllowTrace(true); // to be refused where it is known what is allowed instead
            if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                http.setMaxSwallowSize(longestUnread()); // a client is told "Connection: close" where more is left
                http.setProperty("socket.appWriteBufSize", Integer.toString(WRITTEN_AT_ONCE));
                http.setDisableUploadTimeout(false);
                http.setConnectionUploadTimeout(longestSilence());
                http.setContinueResponseTiming("onRead"); // a body that is refused unread is not asked for
            }
        });
    }

    /** A body that stops arriving has as long as one that drips, and so has each line of one that is read by lines. */
    private int longestSilence() {
        return (int) Math.min(limits.bodyDeadline().toMillis(), Integer.MAX_VALUE);
    }

    private int longestUnread() {
        return (int) Math.min(limits.unreadBody().toBytes(), Integer.MAX_VALUE);
    }

    private void replaceReports(Context context) {
        StandardHost host = (StandardHost) context.getParent();
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        pipeline.addValve(new ProblemReportValve(json));
        host.setErrorReportValveClass(ProblemReportValve.class.getName());
    }
}
