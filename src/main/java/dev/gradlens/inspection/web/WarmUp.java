package dev.gradlens.inspection.web;

import dev.gradlens.inspection.InspectionResult;
import dev.gradlens.inspection.Inspector;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.bind.Place;
import dev.gradlens.wire.bind.RecordReader;
import dev.gradlens.wire.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs one inspection from its text to its text before the service says that it is ready: Spring Boot accepts traffic
 * once the runners are through, and the first client is then not the one who waits for native libraries and class loading.
 */
final class WarmUp implements ApplicationRunner {
    private final JsonReader json;
    private final InspectionReader reader;
    private final Inspector inspector;
    private final JsonMapper writer;

    WarmUp(JsonReader json, InspectionReader reader, Inspector inspector, JsonMapper writer) {
        this.json = json;
        this.reader = reader;
        this.inspector = inspector;
        this.writer = writer;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        InspectionReader.Read read = reader.read(posted());
        InspectionResult result = inspector.inspect(read.inspection());
        writer.writeValueAsBytes(InspectionWriter.write(result, read.effective(), read.tensors(), Duration.ZERO));
    }

    private Posted<InspectionForm> posted() throws IOException {
        Faults faults = new Faults();
        try (InputStream body = InspectionExample.FORUM_NETWORK.body().getInputStream()) {
            InspectionForm form = RecordReader.read(InspectionForm.class, json.read(body), Place.root(faults));
            return new Posted<>(Objects.requireNonNull(form), faults);
        }
    }
}
