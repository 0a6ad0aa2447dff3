package dev.gradlens.diagnosis.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Sends lines one by one over a connection of its own, and reads answers meanwhile, which common clients do not. */
final class StreamClient implements AutoCloseable {
    private static final String HEAD = """
            POST /v1/diagnoses/batch HTTP/1.1
            Host: x
            Content-Type: application/x-ndjson
            Transfer-Encoding: chunked

            """;

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int leftOfChunk;
    private String head = "";

    StreamClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        write(HEAD.replace("\n", "\r\n"));
    }

    /** Sends a line in a chunk of its own. */
    void send(String text) throws IOException {
        chunk(text + "\n");
    }

    /** Sends some text in a chunk. */
    void chunk(String text) throws IOException {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
    }

    /** Ends the body. */
    void end() throws IOException {
        write("0\r\n\r\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** The head of the answer, once it is there. */
    String head() throws IOException {
        while (!head.endsWith("\r\n\r\n")) {
            head += (char) byteOf(in.read());
        }
        return head;
    }

    /** The next line of the answer; null at its end. */
    @SuppressWarnings("NullAway") // Tests are not null-marked.
    JsonNode read() throws IOException {
        head();
        for (int next = nextOfBody(); next >= 0; next = nextOfBody()) {
            if (next == '\n') {
                JsonNode read = DiagnosisClient.JSON.readTree(line.toByteArray());
                line.reset();
                return read;
            }
            line.write(next);
        }
        return null;
    }

    private int nextOfBody() throws IOException {
        if (leftOfChunk == 0) {
            leftOfChunk = Integer.parseInt(lineOfFrame(), 16);
            if (leftOfChunk == 0) {
                lineOfFrame();
                return -1;
            }
        }
        int next = byteOf(in.read());
        leftOfChunk--;
        if (leftOfChunk == 0) {
            lineOfFrame();
        }
        return next;
    }

    private String lineOfFrame() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int next = byteOf(in.read()); next != '\n'; next = byteOf(in.read())) {
            text.append((char) next);
        }
        return text.toString().strip();
    }

    private static int byteOf(int read) throws IOException {
        if (read < 0) {
            throw new IOException("the service closed the connection");
        }
        return read;
    }

    /** Whether nothing more comes, be it that the answer ends as it should or that the service hangs up. */
    boolean isAtEnd() {
        try {
            return read() == null;
        } catch (IOException closed) {
            return true;
        }
    }

    /** Leaves without a word. */
    void hangUp() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
