package dev.gradlens.wire.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.tensors.WireModule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ActivationFormTests {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WireModule()).build();

    @Test
    void isItsNameWhereItHasNoNumber() {
        assertThat(json.writeValueAsString(ActivationForm.of(ActivationName.RELU)))
                .isEqualTo("\"relu\"");
    }

    @Test
    void namesItsTypeFirst() {
        assertThat(json.writeValueAsString(new ActivationForm(ActivationName.ELU, null, 0.5)))
                .isEqualTo("{\"type\":\"elu\",\"alpha\":0.5}");
        assertThat(json.writeValueAsString(new ActivationForm(ActivationName.LEAKY_RELU, 0.25, null)))
                .isEqualTo("{\"type\":\"leakyRelu\",\"slope\":0.25}");
    }
}
