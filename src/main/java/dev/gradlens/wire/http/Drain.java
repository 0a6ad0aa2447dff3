package dev.gradlens.wire.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Takes bytes of a body, so many and for so long, and forgets them. */
final class Drain implements ApplicationBufferHandler {
    private final long deadline;
    private long left;
    private ByteBuffer taken = EMPTY_BUFFER;

    Drain(long most, Duration patience) {
        this.left = most;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /**
     * Whether it takes all that is left of the body.
     *
     * @throws IOException if the client leaves, or is silent for as long as a connection may be
     */
    boolean takes(Request request) throws IOException {
        while (left >= 0 && System.nanoTime() < deadline) {
            int read = request.doRead(this);
            if (read < 0) {
                return true;
            }
            left -= read;
        }
        return false;
    }

    @Override
    public void setByteBuffer(ByteBuffer buffer) {
        taken = buffer;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return taken;
    }

    @Override
    public void expand(int size) {
        // the buffer is Tomcat's, and as large as it is
    }
}
