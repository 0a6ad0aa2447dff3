package dev.gradlens.wire.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

class DrainTests {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int BLOCK = 100;

    @Test
    void takesAllThatIsLeft() throws IOException {
        Request request = bodyOf(300);

        assertThat(new Drain(300, LONG).takes(request)).isTrue();
        assertThat(request.getBytesRead()).isEqualTo(300);
    }

    @Test
    void takesNoMoreThanABlockOverItsLimit() throws IOException {
        Request request = bodyOf(Long.MAX_VALUE);

        assertThat(new Drain(250, LONG).takes(request)).isFalse();
        assertThat(request.getBytesRead()).isBetween(250L, 250L + BLOCK);
    }

    @Test
    void takesNothingAfterItsDeadline() throws IOException {
        Request request = bodyOf(300);

        assertThat(new Drain(300, Duration.ZERO).takes(request)).isFalse();
        assertThat(request.getBytesRead()).isZero();
    }

    private static Request bodyOf(long length) {
        Request request = new Request();
        request.setResponse(new Response());
        request.setInputBuffer(new Body(length));
        return request;
    }

    /** A body that comes in blocks. */
    private static final class Body implements InputBuffer {
        private long left;

        Body(long length) {
            left = length;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) {
            if (left == 0) {
                return -1;
            }
            int length = (int) Math.min(BLOCK, left);
            left -= length;
            handler.setByteBuffer(ByteBuffer.allocate(length));
            return length;
        }

        @Override
        public int available() {
            return 1;
        }
    }
}
