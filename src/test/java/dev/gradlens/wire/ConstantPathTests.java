package dev.gradlens.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantPathTests {
    private final ConstantPath constant = new ConstantPath("/v1/mistakes");

    @ParameterizedTest
    @ValueSource(strings = {"/v1/mistakes", "/v1/mistakes/", "/v1/mistakes/Z03"})
    void coversItselfAndWhatLiesBelow(String address) {
        assertThat(constant.covers(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/mistake", "/v1/mistakes-of-mine", "/other/v1/mistakes"})
    void coversNothingElse(String address) {
        assertThat(constant.covers(address)).isFalse();
    }
}
