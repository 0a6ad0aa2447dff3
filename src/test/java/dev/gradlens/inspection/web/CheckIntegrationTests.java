package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The gradient check as it is asked for. */
class CheckIntegrationTests extends ServiceTest {

    private JsonNode check(ObjectNode request) throws Exception {
        return client.inspect(request).path("gradientCheck");
    }

    private static List<String> tensors(JsonNode check) {
        return check.get("tensors")
                .valueStream()
                .map(tensor -> tensor.get("tensor").stringValue()
                        + tensor.path("layer").asString(""))
                .toList();
    }

    @Test
    void isOnByDefault() throws Exception {
        JsonNode check = check(Sound.loneBatch());

        assertThat(check.get("verdict").stringValue()).isEqualTo("PASS");
        assertThat(check.get("oracle").stringValue()).isEqualTo("complexStep");
        assertThat(check.get("tolerance").doubleValue()).isEqualTo(1e-9);
        assertThat(tensors(check)).containsExactlyInAnyOrder("dgamma1", "dbeta1");
    }

    @Test
    void isAbsentWhereItIsOff() throws Exception {
        assertThat(check(Edit.put(Sound.loneBatch(), "/gradientCheck", "false")).isMissingNode())
                .isTrue();
    }

    @Test
    void looksAtEveryEntryWhereItIsAskedFor() throws Exception {
        JsonNode check = check(Edit.put(Sound.threeLayers(), "/gradientCheck", "true"));

        assertThat(check.get("verdict").stringValue()).isNotEqualTo("FAIL");
        check.get("tensors").forEach(tensor -> assertThat(tensor.get("checked")).isEqualTo(tensor.get("size")));
        assertThat(tensors(check))
                .containsExactlyInAnyOrder("dW1", "db1", "dgamma1", "dbeta1", "dW2", "dgamma2", "dbeta2", "dW3", "db3");
    }

    @Test
    void looksAtAsManyEntriesAsAreGiven() throws Exception {
        JsonNode check = check(Edit.put(
                Sound.threeLayers(), "/gradientCheck", "{\"maxPerTensor\": 2, \"seed\": 7, \"tolerance\": 1e-6}"));

        assertThat(check.get("tolerance").doubleValue()).isEqualTo(1e-6);
        check.get("tensors")
                .forEach(tensor -> assertThat(tensor.get("checked").intValue()).isEqualTo(2));
    }

    @Test
    void looksAtEveryGradientThatIsReturned() throws Exception {
        ObjectNode request = Edit.put(Sound.loneBatch(), "/gradientCheck", "{\"targets\": \"all\"}");

        assertThat(tensors(check(request)))
                .containsExactlyInAnyOrder(
                        "dA1", "dZtilda1", "dZnorm1", "dsigma21", "dmu1", "dZ1", "dgamma1", "dbeta1", "dX");
    }

    @Test
    void callsAWrongBackwardWrong() throws Exception {
        ObjectNode request =
                Edit.apply(Sound.threeLayers(), "/backward = \"skipNormalization\" & /gradientCheck = true");

        JsonNode check = check(request);

        assertThat(check.get("verdict").stringValue()).isEqualTo("FAIL");
        JsonNode first = check.at("/tensors/0");
        assertThat(first.get("verdict").stringValue()).isEqualTo("FAIL");
        assertThat(first.at("/worst/index").size()).isEqualTo(2);
        assertThat(first.get("detail").stringValue()).contains("of 15 checked entries differ");
    }

    @Test
    void staysWithinItsBudgetWhereNobodyAsked() throws Exception {
        JsonNode check = check(LargeNetwork.of(64, 96, 3));

        JsonNode weights = check.at("/tensors/0");
        assertThat(weights.get("size").intValue()).isEqualTo(96 * 96);
        assertThat(weights.get("checked").intValue()).isPositive().isLessThan(96 * 96);
        assertThat(check.get("verdict").stringValue()).isNotEqualTo("FAIL");
    }
}
