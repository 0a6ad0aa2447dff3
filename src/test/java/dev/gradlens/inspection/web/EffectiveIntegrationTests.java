package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An answer says how its request was understood, with nothing left to a default. */
class EffectiveIntegrationTests extends ServiceTest {
    static final Set<String> NAMES = Set.copyOf(Sound.NAMES);

    @Test
    void givesEveryConventionOfABareRequest() throws Exception {
        JsonNode effective = client.inspect(Sound.loneBatch()).get("effective");

        assertThat(effective).isEqualTo(InspectionClient.JSON.readTree("""
                {"conventions": "paper",
                 "network": {"inputs": 3, "layers": [{"type": "normalize",
                     "normalization": {"type": "batch", "epsilon": 1e-5, "epsilonPlacement": "insideSqrt", "varianceEstimator": "biased",
                         "runningVarianceEstimator": "unbiased", "momentum": 0.9, "momentumConvention": "keepOld"},
                     "activation": "identity"}],
                   "loss": "upstream", "weightDecay": 0.0},
                 "layout": "columns", "gradientScale": "cost", "precision": "float64", "mode": "training", "backward": "exact"}
                """));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void isARequestOfTheSameNumbers(String name) throws Exception {
        JsonNode answer = client.inspect(Sound.of(name));
        ObjectNode again = Sound.of(name);
        answer.get("effective").properties().forEach(field -> again.set(field.getKey(), field.getValue()));
        ((ObjectNode) again.get("batch")).set("layout", again.remove("layout"));

        JsonNode repeated = client.inspect(again);

        assertThat(repeated.get("effective")).isEqualTo(answer.get("effective"));
        assertThat(AnswerTensors.of(repeated)).isEqualTo(AnswerTensors.of(answer));
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void theSameRequestGivesTheSameBytes(String name) throws Exception {
        Set<String> answers =
                Set.of(1, 2, 3).stream().map(i -> withoutRun(name)).collect(Collectors.toSet());

        assertThat(answers).hasSize(1);
    }

    private String withoutRun(String name) {
        try {
            return client.post(Sound.of(name)).body().replaceAll(",\"run\":\\{.*", "");
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
