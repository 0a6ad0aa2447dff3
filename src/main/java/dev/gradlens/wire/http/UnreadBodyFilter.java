package dev.gradlens.wire.http;

import dev.gradlens.wire.admission.WireLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what a refused request has left of its body, as much again as a body may be and for as long as one may take.
 * Closing a connection on which a client still sends resets it, and most clients then never see why. Tomcat's own
 * {@code max-swallow-size} would do the same without a deadline, so that is 0.
 */
final class UnreadBodyFilter extends OncePerRequestFilter {
    private static final int BLOCK = 16_384;

    private final WireLimits limits;

    UnreadBodyFilter(WireLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (hasBody(request) && !request.isAsyncStarted()) {
            drain(request, response);
        }
    }

    /** A client that asked first (Expect: 100-continue) has been told no, and sends nothing. */
    private static boolean hasBody(HttpServletRequest request) {
        boolean announced =
                request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return announced && request.getHeader(HttpHeaders.EXPECT) == null;
    }

    private void drain(HttpServletRequest request, HttpServletResponse response) {
        try {
            ServletInputStream body = request.getInputStream();
            if (!body.isFinished()) {
                response.getOutputStream().close(); // the client has all of its answer before we wait for it
                drain(body);
            }
        } catch (IOException | IllegalStateException gone) {
            logger.trace("nothing is left to read", gone);
        }
    }

    private void drain(ServletInputStream body) throws IOException {
        long deadline = System.nanoTime() + limits.bodyDeadline().toNanos();
        long left = limits.maxBody().toBytes();
        byte[] block = new byte[BLOCK];
        int read = 0;
        while (read >= 0 && left > 0 && System.nanoTime() < deadline) {
            read = body.read(block);
            left -= read;
        }
    }
}
