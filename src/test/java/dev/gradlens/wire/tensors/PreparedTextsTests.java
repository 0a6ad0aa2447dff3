package dev.gradlens.wire.tensors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Texts that other cores write, or nobody, are those that the tensors have by themselves. */
class PreparedTextsTests {
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WireModule()).build();

    private static Tensor tensor(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 31L + columns);
        double[] numbers = DoubleStream.generate(random::nextGaussian)
                .limit((long) rows * columns)
                .toArray();
        numbers[0] = Double.NaN;
        return Tensor.matrix(rows, columns, numbers);
    }

    private static List<Tensor> tensors() {
        List<Tensor> tensors = new ArrayList<>();
        for (int columns : new int[] {1, 10, 256, 700, 20_000}) {
            for (int rows : new int[] {1, 3, 40}) {
                tensors.add(tensor(rows, columns));
                tensors.add(tensor(rows, columns).transposed().inSinglePrecision());
            }
        }
        return tensors;
    }

    private List<Tensor> prepared(List<Tensor> tensors) {
        PreparedTexts texts = new PreparedTexts();
        List<Tensor> added = tensors.stream().map(texts::add).toList();
        texts.begin();
        return added;
    }

    @ParameterizedTest
    @EnumSource
    void areThoseOfTheTensors(Encoding encoding) {
        List<Tensor> tensors =
                tensors().stream().map(tensor -> tensor.in(encoding)).toList();
        String expected = json.writeValueAsString(tensors);

        for (int repetition = 0; repetition < 10; repetition++) {
            List<Tensor> prepared = prepared(tensors);

            assertThat(json.writeValueAsBytes(prepared)).asString().isEqualTo(expected);
        }
    }

    @Test
    void mayBeWrittenInAnyOrderAndMoreThanOnce() {
        List<Tensor> tensors = tensors();
        List<Tensor> prepared = prepared(tensors);

        for (Tensor last : prepared.reversed()) {
            assertThat(json.writeValueAsString(last))
                    .isEqualTo(json.writeValueAsString(tensors.get(prepared.indexOf(last))));
        }
        assertThat(json.writeValueAsString(prepared)).isEqualTo(json.writeValueAsString(tensors));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 255, 300_000})
    void areNotMadeOfWhatIsTooShortOrTooLong(int length) {
        Tensor tensor = tensor(1, length);

        assertThat(new PreparedTexts().add(tensor)).isSameAs(tensor);
    }
}
