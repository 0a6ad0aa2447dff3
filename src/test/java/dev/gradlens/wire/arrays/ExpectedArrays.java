package dev.gradlens.wire.arrays;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What NumPy says that stands in the files to be read. */
public final class ExpectedArrays {
    private static final JsonNode ALL = JsonMapper.shared().readTree(ArrayFiles.file("expected.json"));

    private ExpectedArrays() {}

    public static List<String> files(String suffix) {
        return ALL.propertyStream()
                .map(Map.Entry::getKey)
                .filter(file -> file.endsWith(suffix))
                .toList();
    }

    /** Asserts that exactly the expected arrays were read, in their order and to the last bit. */
    public static void assertRead(String file, ArrayFiles.Read read) {
        assertThat(read.faults()).isEmpty();
        assertThat(read.arrays().stream().map(NamedArray::name))
                .containsExactlyElementsOf(List.copyOf(ALL.get(file).propertyNames()));
        read.arrays().forEach(array -> assertRead(ALL.get(file).get(array.name()), array));
    }

    private static void assertRead(JsonNode expected, NamedArray array) {
        double[] values = stream(expected.get("values"))
                .map(JsonNode::stringValue)
                .mapToDouble(ExpectedArrays::number)
                .toArray();
        long[] shape =
                stream(expected.get("shape")).mapToLong(JsonNode::longValue).toArray();
        assertThat(array.shape()).as(array.name()).isEqualTo(Shape.of(shape));
        assertThat(array.values()).as(array.name()).containsExactly(values);
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static double number(String python) {
        return switch (python) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(python);
        };
    }
}
