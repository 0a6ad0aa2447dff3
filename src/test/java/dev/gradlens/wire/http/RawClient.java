package dev.gradlens.wire.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would. */
final class RawClient implements AutoCloseable {
    private static final int BLOCK = 65_536;

    private final Socket socket;

    RawClient(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Sends so many blanks, a tenth of a second apart. */
    void drip(int blanks) throws IOException, InterruptedException {
        for (int i = 0; i < blanks; i++) {
            send(" ");
            Thread.sleep(100);
        }
    }

    /** Sends the rest of the headers and a body of that many blanks, without a look at what comes back. */
    void sendBody(int length, boolean chunked) throws IOException {
        send(chunked ? "Transfer-Encoding: chunked\r\n\r\n" : "Content-Length: " + length + "\r\n\r\n");
        String block = " ".repeat(BLOCK);
        String sent = chunked ? Integer.toHexString(BLOCK) + "\r\n" + block + "\r\n" : block;
        for (int left = length; left > 0; left -= BLOCK) {
            send(sent);
        }
        send(chunked ? "0\r\n\r\n" : "");
    }

    /** Everything that comes until the server closes or what came ends as a problem does. */
    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            answer.append((char) b);
            if (b == '}' && answer.indexOf("\r\n\r\n") > 0) {
                return answer.toString();
            }
        }
        return answer.toString();
    }

    /** Everything that comes until the server closes. */
    String everything() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
