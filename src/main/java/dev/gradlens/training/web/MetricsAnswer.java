package dev.gradlens.training.web;

import dev.gradlens.training.MetricsChunk;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param steps ascending
 * @param series by name: a number for each step, null where there is none
 */
@Schema(name = "TrainingMetrics")
record MetricsAnswer(List<Long> steps, Map<String, List<@Nullable Double>> series) {

    static MetricsAnswer of(MetricsChunk chunk) {
        MetricsTable table = new MetricsTable(1, List.of());
        table.add(chunk, chunk.firstStep(), chunk.lastStep());
        return table.answer();
    }

    /** One line for each step. */
    Iterable<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("step", steps.get(i));
            int index = i;
            series.forEach((name, values) -> {
                Double value = values.get(index);
                if (value != null) {
                    line.put(name, value);
                }
            });
            lines.add(line);
        }
        return lines;
    }
}
