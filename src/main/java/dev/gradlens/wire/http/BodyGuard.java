package dev.gradlens.wire.http;

import dev.gradlens.wire.admission.MemoryBudget;
import dev.gradlens.wire.admission.WireLimits;
import java.io.IOException;
import org.springframework.http.HttpInputMessage;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Opens the bodies of requests under the limits; their memory is given back when the request has ended. */
final class BodyGuard {
    private static final String SHARE = BodyGuard.class.getName();

    private final WireLimits limits;
    private final MemoryBudget memory;

    BodyGuard(WireLimits limits, MemoryBudget memory) {
        this.limits = limits;
        this.memory = memory;
    }

    GuardedBody open(HttpInputMessage message) throws IOException {
        MemoryBudget.Share share = memory.open();
        holdUntilTheEnd(share);
        return new GuardedBody(message.getBody(), limits, share);
    }

    /** Lines, each of which gives its memory back by itself. */
    BodyLines openLines(HttpInputMessage message) throws IOException {
        return new BodyLines(message.getBody(), limits, memory);
    }

    void holdUntilTheEnd(MemoryBudget.Share share) {
        RequestContextHolder.currentRequestAttributes()
                .registerDestructionCallback(SHARE, share::close, RequestAttributes.SCOPE_REQUEST);
    }
}
