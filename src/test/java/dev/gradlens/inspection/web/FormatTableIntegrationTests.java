package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is asked for travels in every form, there and back, as the same bits. */
class FormatTableIntegrationTests extends ServiceTest {
    /** Tensors of a request, and those of its answer that have their shape. */
    private static final Map<String, String> SUCCESSORS = Map.of(
            "/batch/X", "dX",
            "/batch/Y", "A2",
            "/parameters/layers/0/W", "dW1",
            "/parameters/layers/0/gamma", "dgamma1",
            "/parameters/layers/0/runningMean", "runningMean1",
            "/parameters/layers/0/runningVariance", "runningVariance1");

    private static final List<String> CHANGES = List.of(
            "/precision = \"float32\"",
            "/parameters - & /initialization = {\"scheme\": \"he\", \"seed\": 5}",
            "/backward = \"statisticsAsConstants\" & /gradientCheck = {\"targets\": \"all\"}",
            "/backward = \"skipNormalization\" & /include = [\"compareBackwards\", \"descent\"]",
            "/include = [\"paths\", \"laws\", \"jacobian\"] & /gradientCheck = {\"stepSizeCurve\": true, \"taylorTest\": true}");

    static Stream<Combination> combinations() {
        return Combination.all();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void givesTheSameNumbersInEveryFormAndUnderstandsThemAgain(Combination combination) throws Exception {
        ObjectNode request = combination.request();
        Shown nested = Carriage.NESTED.fetch(client, request);
        String again = Carriage.NESTED.text(client, next(request, nested));

        for (Carriage carriage : Carriage.BUT_NESTED) {
            ObjectNode loaded = carriage.loaded(request);
            Shown shown = carriage.fetch(client, loaded);

            assertThat(shown.rest()).as("%s", carriage).isEqualTo(nested.rest());
            assertThat(shown.numbers()).as("%s", carriage).isEqualTo(nested.numbers());
            assertThat(carriage.text(client, next(loaded, shown)))
                    .as("%s", carriage)
                    .isEqualTo(again);
        }
    }

    /** Of requests with labels, with an upstream gradient, with running statistics, without parameters. */
    @ParameterizedTest
    @MethodSource("requests")
    void givesEveryKindOfAnswerInEveryForm(String name, String changes) throws Exception {
        ObjectNode request = Edit.apply(Sound.of(name), changes);
        Shown nested = Carriage.NESTED.fetch(client, request);

        for (Carriage carriage : Carriage.BUT_NESTED) {
            Shown shown = carriage.fetch(client, carriage.loaded(request));

            assertThat(shown.rest()).as("%s", carriage).isEqualTo(nested.rest());
            assertThat(shown.numbers()).as("%s", carriage).isEqualTo(nested.numbers());
        }
    }

    static Stream<Arguments> requests() {
        return Stream.of("contract", "three-layers", "course-rms", "lone-batch", "inference", "logits")
                .flatMap(name -> CHANGES.stream().map(changes -> Arguments.of(name, changes)));
    }

    /** The request with tensors of its answer, as they were written, in place of those that they can follow. */
    private static ObjectNode next(ObjectNode request, Shown answer) {
        ObjectNode next = request.deepCopy();
        SUCCESSORS.forEach((place, name) -> follow(next, place, answer.tensors().get(name)));
        return next;
    }

    private static void follow(ObjectNode next, String place, JsonNode successor) {
        if (!next.at(place).isMissingNode()) {
            Edit.put(next, place, successor);
        }
    }
}
