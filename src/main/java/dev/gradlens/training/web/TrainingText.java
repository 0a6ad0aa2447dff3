package dev.gradlens.training.web;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Requests as they are kept: JSON in one order, whatever order and blanks they were sent with. */
final class TrainingText {
    private final JsonMapper json;
    private final JsonReader reader;

    TrainingText(JsonMapper json, JsonReader reader) {
        this.json = json;
        this.reader = reader;
    }

    String write(TrainingForm form) {
        return json.writeValueAsString(form);
    }

    /** Reads what was kept, which was without a fault when it was sent; what was left out of it stays absent. */
    TrainingForm read(String text) {
        TrainingForm form = RecordReader.read(
                TrainingForm.class, reader.read(text.getBytes(StandardCharsets.UTF_8)), Place.root(new Faults()));
        return Objects.requireNonNull(form);
    }

    /** By which a request that comes twice is told from another. */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
