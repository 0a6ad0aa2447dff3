package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TensorTests {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WireModule()).build();

    @Test
    void writesAMatrixAsRows() {
        assertThat(json.writeValueAsString(Tensor.matrix(2, 3, new double[] {1, 2, 3, 4, 5, 0.1})))
                .isEqualTo("[[1.0,2.0,3.0],[4.0,5.0,0.1]]");
    }

    @Test
    void writesAVectorAsAnArray() {
        Tensor vector = Tensor.vector(new double[] {1e-7, -0.0});

        assertThat(json.writeValueAsString(vector)).isEqualTo("[1.0E-7,-0.0]");
        assertThat(json.writeValueAsString(vector.transposed())).isEqualTo("[1.0E-7,-0.0]");
    }

    @Test
    void turnsAMatrixWhileItIsWritten() {
        Tensor matrix = Tensor.matrix(2, 3, new double[] {1, 2, 3, 4, 5, 6});

        assertThat(json.writeValueAsString(matrix.transposed())).isEqualTo("[[1.0,4.0],[2.0,5.0],[3.0,6.0]]");
        assertThat(json.writeValueAsString(matrix.transposed().transposed()))
                .isEqualTo("[[1.0,2.0,3.0],[4.0,5.0,6.0]]");
    }

    @Test
    void writesFewerDigitsInSinglePrecision() {
        double[] tenth = {(double) 0.1f};

        assertThat(json.writeValueAsString(Tensor.vector(tenth))).isEqualTo("[0.10000000149011612]");
        assertThat(json.writeValueAsString(Tensor.vector(tenth).inSinglePrecision()))
                .isEqualTo("[0.1]");
    }

    @Test
    void writesWhatIsNoNumberAsAString() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

        assertThat(json.writeValueAsString(Tensor.vector(values))).isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
        assertThat(json.writeValueAsString(Tensor.vector(values).inSinglePrecision()))
                .isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
    }

    @Test
    void writesAnAnswerWithNamesOfTheWire() {
        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Answer(
                double cost,
                @JsonProperty("Z") @Nullable Tensor z,
                @Nullable Tensor absent,
                List<Tensor> jacobian,
                Mode mode) {}

        assertThat(json.writeValueAsString(new Answer(
                        Double.NaN,
                        Tensor.vector(new double[] {1}),
                        null,
                        List.of(Tensor.matrix(1, 1, new double[] {2})),
                        Mode.MEAN_IN_PARAMETERS)))
                .isEqualTo("{\"cost\":\"NaN\",\"Z\":[1.0],\"jacobian\":[[[2.0]]],\"mode\":\"meanInParameters\"}");
    }

    @Test
    void refusesValuesThatDoNotFillTheShape() {
        assertThatThrownBy(() -> Tensor.matrix(2, 2, new double[3])).hasMessage("3 values cannot be 2×2");
    }

    @Test
    void writesNestedArraysOfAnyDepth() {
        Tensor cube = Tensor.of(new int[] {2, 1, 3}, new double[] {1, 2, 3, 4, 5, 6});

        assertThat(json.writeValueAsString(cube)).isEqualTo("[[[1.0,2.0,3.0]],[[4.0,5.0,6.0]]]");
        assertThat(json.writeValueAsString(cube.transposed())).isEqualTo("[[[1.0,2.0,3.0]],[[4.0,5.0,6.0]]]");
    }

    private enum Mode {
        MEAN_IN_PARAMETERS
    }
}
