package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tensors in every form, there and back: no form changes a bit. */
class TensorFormatIntegrationTests extends ServiceTest {
    private static final String NOT_FINITE =
            "/batch/X/1 = [0.1, 0.1, 0.1, 0.1, 0.1] & /network/layers/0/normalization/epsilon = 0";

    static Stream<String> requests() {
        return Sound.NAMES.stream();
    }

    private ObjectNode inspect(ObjectNode request, String format) throws Exception {
        request.putObject("tensors").put("format", format);
        ObjectNode answer = (ObjectNode) client.inspect(request);
        answer.remove("run");
        return answer;
    }

    /** The answer with every tensor in nested arrays. */
    private static ObjectNode unfolded(ObjectNode answer) {
        for (JsonNode layer : answer.get("layers")) {
            for (String part : List.of("forward", "backward", "paths")) {
                layer.path(part).properties().stream()
                        .filter(tensor -> !tensor.getKey().equals("norms"))
                        .forEach(tensor -> tensor.setValue(Forms.nested(tensor.getValue())));
            }
        }
        answer.set("dX", Forms.nested(answer.get("dX")));
        return answer;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void answersTheSameNumbersInEveryForm(String name) throws Exception {
        ObjectNode nested = inspect(Sound.of(name), "nested");

        ObjectNode flat = inspect(Sound.of(name), "flat");
        ObjectNode base64 = inspect(Sound.of(name), "base64");

        assertThat(flat.at("/layers/0/forward/A/data").isArray()).isTrue();
        assertThat(base64.at("/layers/0/forward/A/base64").isString()).isTrue();
        assertThat(unfolded(flat)).isEqualTo(nested);
        assertThat(unfolded(base64)).isEqualTo(nested);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void understandsTheSameNumbersInEveryForm(String name) throws Exception {
        ObjectNode nested = inspect(Sound.of(name), "nested");

        assertThat(inspect(Forms.changed(Sound.of(name), Forms::flat), "nested"))
                .isEqualTo(nested);
        assertThat(inspect(Forms.changed(Sound.of(name), Forms::base64), "nested"))
                .isEqualTo(nested);
    }

    /** Z of a normalize layer is the X that was sent, and X stands beside an upstream gradient of its shape. */
    @ParameterizedTest
    @CsvSource({"nested, rows", "flat, rows", "base64, rows", "nested, columns", "flat, columns", "base64, columns"})
    void givesBackTheBitsThatWereAnswered(String format, String layout) throws Exception {
        ObjectNode first = Sound.loneBatch();
        first.withObject("/batch").put("layout", layout);
        if (layout.equals("rows")) {
            Edit.apply(
                    first, "/batch/X = [[0.1, -2.7, 3e-9], [1e9, 0.3, 7]] & /batch/upstream = [[1, 2, 3], [4, 5, 6]]");
        }
        JsonNode answered = inspect(first, format);
        ObjectNode second = first.deepCopy();
        Edit.put(second, "/batch/X", answered.at("/layers/0/forward/Znorm"));
        Edit.put(second, "/batch/upstream", answered.at("/layers/0/backward/dZ"));
        Edit.put(second, "/parameters/layers/0/gamma", answered.at("/layers/0/backward/dgamma"));

        JsonNode again = inspect(second, format);

        assertThat(again.at("/layers/0/forward/Z")).isEqualTo(answered.at("/layers/0/forward/Znorm"));
        assertThat(again.at("/layers/0/backward/dA")).isEqualTo(answered.at("/layers/0/backward/dZ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "base64", "summary", "none"})
    void saysInEveryFormWhatIsNotFinite(String format) throws Exception {
        ObjectNode nested = inspect(Edit.apply(Sound.loneBatch(), NOT_FINITE), "nested");

        ObjectNode answer = inspect(Edit.apply(Sound.loneBatch(), NOT_FINITE), format);

        assertThat(nested.get("warnings").isEmpty()).isFalse();
        assertThat(answer.get("warnings")).isEqualTo(nested.get("warnings"));
    }

    @Test
    void answersWhatIsNotFiniteAsBits() throws Exception {
        ObjectNode nested = inspect(Edit.apply(Sound.loneBatch(), NOT_FINITE), "nested");

        ObjectNode base64 = inspect(Edit.apply(Sound.loneBatch(), NOT_FINITE), "base64");

        assertThat(nested.at("/layers/0/forward/Znorm/1/0").stringValue()).isEqualTo("NaN");
        assertThat(unfolded(base64)).isEqualTo(nested);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void summarizesEveryTensor(String name) throws Exception {
        JsonNode nested = inspect(Sound.of(name), "nested");

        JsonNode summarized = inspect(Sound.of(name), "summary");

        AnswerTensors.of(nested).forEach((tensor, numbers) -> {
            JsonNode summary = AnswerTensors.of(summarized).get(tensor);
            if (!tensor.equals("cost")) {
                assertThat(summary.get("shape"))
                        .as(tensor)
                        .isEqualTo(Forms.flat(numbers).get("shape"));
                assertThat(summary.get("max").doubleValue())
                        .isEqualTo(AnswerTensors.numbers(numbers).max().orElseThrow());
            }
        });
    }

    @Test
    void leavesNothingButTheTensorsOut() throws Exception {
        ObjectNode nested = inspect(Sound.threeLayers(), "nested");

        ObjectNode none = inspect(Sound.threeLayers(), "none");

        for (JsonNode layer : nested.get("layers")) {
            layer.withObject("/forward").removeAll();
            layer.withObject("/backward").removeAll();
            if (layer.has("paths")) {
                layer.withObject("/paths").retain("norms");
            }
        }
        nested.remove("dX");
        assertThat(none).isEqualTo(nested);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nested", "flat", "base64"})
    void givesBackTheBitsOfSinglePrecision(String format) throws Exception {
        ObjectNode first = Sound.loneBatch().put("precision", "float32");
        JsonNode answered = inspect(first, format);
        ObjectNode second = Edit.put(first.deepCopy(), "/batch/X", answered.at("/layers/0/forward/Znorm"));

        JsonNode again = inspect(second, format);

        assertThat(again.at("/layers/0/forward/Z")).isEqualTo(answered.at("/layers/0/forward/Znorm"));
        assertThat(answered.at("/layers/0/forward/Z").path("datatype").asString("FP32"))
                .isEqualTo("FP32");
    }

    @Test
    void pointsIntoTensorsThatSinglePrecisionCannotHold() throws Exception {
        ObjectNode request = Forms.changed(Edit.apply(Sound.threeLayers(), "/batch/X/1/2 = 1e39"), Forms::flat)
                .put("precision", "float32");

        JsonNode problem = client.refuse(request, 422, "invalid-request");

        assertThat(InspectionClient.pointers(problem)).containsExactly("/batch/X/data/5");
    }

    /** Posted tensors of every kind, one faulty entry in each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "three-layers | /batch/labels/3 = 3 | /batch/labels/data/3 | must be a class from 0 to 2, got 3",
                "inference | /parameters/layers/0/runningVariance/1 = -1 | /parameters/layers/0/runningVariance/data/1 | must be at least 0, got -1.0",
                "three-layers | /parameters/layers/0/gamma = [1, 2] | /parameters/layers/0/gamma | has 2 entries, expected 5 (units)",
                "three-layers | /parameters/layers/0/W = [[1, 2, 3]] | /parameters/layers/0/W | has shape 1×3, expected 5×3 (units × inputs)",
                "logits | /batch/labels/1 = 2 | /batch/labels/data/1 | must be a class from 0 to 1, got 2",
            })
    void pointsIntoFlatTensors(String request, String change, String pointer, String sentence) throws Exception {
        assertRefused(request, change, Forms::flat, pointer, sentence);
        assertRefused(
                request,
                change,
                Forms::base64,
                pointer.replaceAll("data/\\d+", "base64"),
                pointer.contains("/data/") ? pointer.replaceAll(".*/", "entry ") + " (from 0) " + sentence : sentence);
    }

    private void assertRefused(
            String request, String change, UnaryOperator<JsonNode> form, String pointer, String sentence)
            throws Exception {
        ObjectNode changed = Forms.changed(Edit.apply(Sound.of(request), change), form);

        JsonNode problem = client.refuse(changed, 422, "invalid-request");

        assertThat(InspectionClient.pointers(problem)).containsExactly(pointer);
        assertThat(problem.at("/errors/0/detail").stringValue()).isEqualTo(sentence);
    }

    @Test
    void namesFaultsOfAllTensorsAtOnce() throws Exception {
        ObjectNode request = Forms.changed(Sound.threeLayers(), Forms::flat);
        Edit.apply(
                request,
                "/batch/X/datatype = \"FP16\" & /batch/labels/data/0 = 0.5 & /parameters/layers/0/W/shape/0 = 4"
                        + " & /parameters/layers/0/b/data/2 = 1e400 & /parameters/layers/1/beta/shape -");

        JsonNode problem = client.refuse(request, 422, "invalid-request");

        assertThat(InspectionClient.pointers(problem))
                .containsExactlyInAnyOrder(
                        "/batch/X/datatype",
                        "/batch/labels/data/0",
                        "/parameters/layers/0/W/data",
                        "/parameters/layers/0/b/data/2",
                        "/parameters/layers/1/beta/shape");
    }
}
