package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A tensor that a layer does not have is absent, never null. */
class AbsenceIntegrationTests extends ServiceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "exact | dA dZtilda dZnorm dsigma2 dmu dZ dW db dgamma dbeta",
                "statisticsAsConstants | dA dZtilda dZnorm dZ dW db dgamma dbeta",
                "skipNormalization | dA dZtilda dZ dW db dgamma dbeta",
            })
    void leavesOutTheNodesThatABackwardDoesNotReach(String backward, String names) throws Exception {
        JsonNode answer = client.inspect(Edit.put(Sound.threeLayers(), "/backward", "\"" + backward + "\""));

        assertThat(answer.at("/layers/0/backward").propertyNames()).containsExactly(names.split(" "));
    }

    @Test
    void hasNoMeanInRms() throws Exception {
        JsonNode layer = client.inspect(Sound.of("course-rms")).at("/layers/0");

        assertThat(layer.get("forward").propertyNames()).containsExactly("Z", "sigma2", "Znorm", "Ztilda", "A");
        assertThat(layer.get("backward").propertyNames())
                .containsExactly("dA", "dZtilda", "dZnorm", "dZ", "dgamma", "dbeta");
        assertThat(layer.get("type").stringValue()).isEqualTo("normalize");
    }

    @Test
    void hasNoStatisticsOfTheBatchInInference() throws Exception {
        JsonNode layer = client.inspect(Sound.inference()).at("/layers/0");

        assertThat(layer.get("forward").propertyNames()).containsExactly("Z", "mu", "sigma2", "Znorm", "Ztilda", "A");
        assertThat(layer.get("backward").propertyNames())
                .containsExactly("dA", "dZtilda", "dZnorm", "dZ", "dW", "db", "dgamma", "dbeta");
    }

    @Test
    void usesTheRunningStatisticsInInference() throws Exception {
        JsonNode forward = client.inspect(Sound.inference()).at("/layers/0/forward");

        JsonNode parameters = Sound.inference().at("/parameters/layers/0");
        assertThat(forward.get("mu")).isEqualTo(parameters.get("runningMean"));
        assertThat(forward.get("sigma2")).isEqualTo(parameters.get("runningVariance"));
    }

    @Test
    void hasNothingButZAndAWithoutNormalization() throws Exception {
        JsonNode answer = client.inspect(Sound.logits());

        assertThat(answer.at("/layers/0/forward").propertyNames()).containsExactly("Z", "A");
        assertThat(answer.at("/layers/0/backward").propertyNames()).containsExactly("dA", "dZ", "dW", "db");
    }

    @Test
    void hasTheRunningStatisticsAsTheBatchLeavesThem() throws Exception {
        JsonNode forward = client.inspect(Sound.loneBatch()).at("/layers/0/forward");

        double mu = forward.at("/mu/1").doubleValue();
        double unbiased = forward.at("/sigma2/1").doubleValue() * 5 / 4;
        assertThat(forward.at("/runningMean/1").doubleValue()).isEqualTo(0.1 * mu, within(1e-15));
        assertThat(forward.at("/runningVariance/1").doubleValue()).isEqualTo(0.9 + 0.1 * unbiased, within(1e-15));
    }

    @Test
    void showsExtrasOnDemandOnly() throws Exception {
        JsonNode bare = client.inspect(Sound.loneBatch());
        JsonNode all = client.inspect(
                Edit.put(Sound.loneBatch(), "/include", "[\"paths\", \"laws\", \"descent\", \"compareBackwards\"]"));

        assertThat(bare.propertyNames())
                .containsExactly("cost", "layers", "dX", "gradientCheck", "effective", "warnings", "run");
        assertThat(bare.at("/layers/0").propertyNames()).containsExactly("layer", "type", "forward", "backward");
        assertThat(all.propertyNames()).contains("descent", "compareBackwards");
        assertThat(all.at("/layers/0").propertyNames()).contains("paths", "laws");
    }

    @Test
    void leavesOutPathsThatDoNotExist() throws Exception {
        JsonNode answer =
                client.inspect(Edit.apply(Sound.of("course-rms"), "/include = [\"paths\"] & /backward = \"exact\""));

        assertThat(answer.at("/layers/0/paths").propertyNames()).containsExactly("direct", "throughVariance", "norms");
        assertThat(answer.at("/layers/1").has("paths")).isFalse();
    }
}
