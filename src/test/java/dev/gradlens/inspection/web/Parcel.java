package dev.gradlens.inspection.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of several parts, as a client packs it. */
final class Parcel {
    static final String TYPE = "multipart/form-data; boundary=limit";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** The two parts of a request. */
    static Parcel of(String request, byte[] arrays, String type) {
        return new Parcel()
                .with("name=\"request\"", "application/json", request.getBytes(StandardCharsets.UTF_8))
                .with("name=\"arrays\"; filename=\"arrays\"", type, arrays);
    }

    /** One part more; no Content-Type where the type is empty. */
    Parcel with(String disposition, String type, byte[] content) {
        write("--limit\r\nContent-Disposition: form-data; " + disposition + "\r\n");
        write(type.isEmpty() ? "\r\n" : "Content-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(body.toByteArray());
        all.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }
}
