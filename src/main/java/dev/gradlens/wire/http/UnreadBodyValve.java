package dev.gradlens.wire.http;

import dev.gradlens.wire.admission.WireLimits;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/**
 * Ends a refused request as RFC 9112 asks (section 9.6): the answer goes out in full, then what the client still sends
 * is read and thrown away, within the limits. Closing a connection on which a client still sends resets it, and a
 * client that sends all before it reads then never sees why. This is a valve, since a servlet cannot do it: to end an
 * answer closes the body for servlets too.
 */
final class UnreadBodyValve extends ValveBase {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadBodyValve.class);

    /** For a client that has had its time already: long enough to take its answer. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final WireLimits limits;

    UnreadBodyValve(WireLimits limits) {
        super(true);
        this.limits = limits;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && isSending(request.getCoyoteRequest())) {
            response.finishResponse();
            drain(request.getCoyoteRequest(), patience(request.getCoyoteRequest(), response));
        }
    }

    /** A client that asks first (Expect: 100-continue) sends nothing until the body is read. */
    private static boolean isSending(org.apache.coyote.Request request) {
        boolean waits = request.hasExpectation() && request.getBytesRead() == 0;
        return !waits && !request.isFinished();
    }

    private Duration patience(org.apache.coyote.Request request, Response response) {
        boolean late = response.getStatus() == HttpStatus.REQUEST_TIMEOUT.value()
                || request.getErrorException() instanceof SocketTimeoutException;
        return late ? GRACE : limits.bodyDeadline();
    }

    private void drain(org.apache.coyote.Request request, Duration patience) {
        try {
            if (new Drain(limits.unreadBody().toBytes(), patience).takes(request)) {
                return;
            }
        } catch (IOException gone) {
            LOG.trace("a client left before the end of its body", gone);
        }
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null); // else Tomcat would go on reading, without a deadline
    }
}
