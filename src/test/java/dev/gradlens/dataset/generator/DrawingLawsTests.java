package dev.gradlens.dataset.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Targets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every drawing, whatever the seed. */
class DrawingLawsTests {
    private static final List<Figure> FIGURES =
            List.of(new Spiral(2), new Spiral(5), new Moons(), new Circles(), new Xor(), new Blobs(2), new Blobs(7));

    static Stream<Drawing> drawings() {
        return FIGURES.stream()
                .flatMap(figure -> Stream.of(
                        new Drawing(figure, figure.classes(), 0, 0, 1),
                        new Drawing(figure, 50, 0.1, 0, -3),
                        new Drawing(figure, 101, 0, 20, Long.MAX_VALUE)));
    }

    private static int[] labels(Examples examples) {
        return ((Targets.Classes) examples.targets()).labels();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void hasClassesThatDifferByOneRowAtMost(Drawing drawing) {
        int[] labels = labels(drawing.table().examples());

        int[] counts = new int[drawing.figure().classes()];
        Arrays.stream(labels).forEach(label -> counts[label]++);
        int least = drawing.size() / counts.length;
        assertThat(labels).hasSize(drawing.size());
        assertThat(IntStream.of(counts)).allMatch(count -> count == least || count == least + 1);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void isTheSameTwice(Drawing drawing) {
        double[] again = drawing.table().examples().x().rowMajor();

        assertThat(drawing.table().examples().x().rowMajor()).isEqualTo(again);
        assertThat(again).hasSize(2 * drawing.size()).doesNotContain(Double.NaN);
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void movesEveryFeatureByTheOffset(Drawing drawing) {
        Drawing moved =
                new Drawing(drawing.figure(), drawing.size(), drawing.noise(), drawing.offset() + 1000, drawing.seed());

        double[] here = drawing.table().examples().x().rowMajor();
        double[] there = moved.table().examples().x().rowMajor();
        assertThat(IntStream.range(0, here.length).mapToDouble(i -> there[i] - here[i]))
                .allSatisfy(difference -> assertThat(difference).isCloseTo(1000, within(1e-12 * 1e3)));
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void addsNoiseOfTheAskedDeviation(Drawing drawing) {
        Drawing plain = new Drawing(drawing.figure(), 2000, 0, 0, drawing.seed());
        Drawing noisy = new Drawing(drawing.figure(), 2000, 0.5, 0, drawing.seed());

        double[] x = plain.table().examples().x().rowMajor();
        double[] xNoisy = noisy.table().examples().x().rowMajor();
        double square = IntStream.range(0, x.length)
                .mapToDouble(i -> (xNoisy[i] - x[i]) * (xNoisy[i] - x[i]))
                .average()
                .orElseThrow();
        assertThat(Math.sqrt(square)).isCloseTo(0.5, within(0.03)); // 4000 numbers: five standard errors
    }

    @Test
    void drawsOtherNumbersFromAnotherSeed() {
        assertThat(FIGURES)
                .allSatisfy(figure -> assertThat(new Drawing(figure, 10, 0.1, 0, 1)
                                .table()
                                .examples()
                                .x()
                                .rowMajor())
                        .isNotEqualTo(new Drawing(figure, 10, 0.1, 0, 2)
                                .table()
                                .examples()
                                .x()
                                .rowMajor()));
    }
}
