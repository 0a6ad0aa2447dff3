package dev.gradlens.wire.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Gives every answer a buffer of this length, from which it goes out in chunks as long. */
final class WideAnswerValve extends ValveBase {
    private final int bytes;

    WideAnswerValve(int bytes) {
        super(true);
        this.bytes = bytes;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        response.setBufferSize(bytes);
        getNext().invoke(request, response);
    }
}
