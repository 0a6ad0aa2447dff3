package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.wire.AnsweredLines;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Metrics in one document, or a line for each step.
 *
 * @param document all of them
 */
record ShownMetrics(@JsonValue MetricsAnswer document, JsonMapper json) implements AnsweredLines<Map<String, Object>> {

    @Override
    public void write(OutputStream out) throws IOException {
        for (Map<String, Object> line : document.lines()) {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
        }
    }
}
