package dev.gradlens.dataset.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FigureTests {
    private static final Offset<Double> TINY = within(1e-15);

    private static Values points(Figure figure, int size) {
        return new Drawing(figure, size, 0, 0, 5).table().examples().x();
    }

    /** As {@code make_moons(6, shuffle=False)} of scikit-learn is defined, whose rows are those of one class after the other. */
    @Test
    void drawsMoonsLikeScikitLearn() {
        Values x = points(new Moons(), 6);

        assertThat(x.rows(new int[] {0, 2, 4}).rowMajor()).containsExactly(new double[] {1, 0, 0, 1, -1, 0}, TINY);
        assertThat(x.rows(new int[] {1, 3, 5}).rowMajor())
                .containsExactly(new double[] {0, 0.5, 1, -0.5, 2, 0.5}, TINY);
    }

    /** As {@code make_circles(8, shuffle=False)} of scikit-learn is defined. */
    @Test
    void drawsCirclesLikeScikitLearn() {
        Values x = points(new Circles(), 8);

        assertThat(x.rows(new int[] {0, 2, 4, 6}).rowMajor())
                .containsExactly(new double[] {1, 0, 0, 1, -1, 0, 0, -1}, TINY);
        assertThat(x.rows(new int[] {1, 3, 5, 7}).rowMajor())
                .containsExactly(new double[] {0.8, 0, 0, 0.8, -0.8, 0, 0, -0.8}, TINY);
    }

    @Test
    void windsTheArmsOfASpiralOutToRadiusOne() {
        Values x = points(new Spiral(3), 30);

        for (int i = 0; i < 30; i++) {
            double way = (i / 3 + 1) / 10.0;
            assertThat(Math.hypot(x.at(i, 0), x.at(i, 1))).isCloseTo(0.1 + 0.9 * way, TINY);
        }
        double angle = Math.atan2(x.at(27, 1), x.at(27, 0)); // the end of the first arm
        assertThat(angle).isCloseTo(-0.4 * Math.PI, within(1e-12));
        assertThat(Math.atan2(x.at(28, 1), x.at(28, 0)) - angle).isCloseTo(2 * Math.PI / 3, within(1e-12));
    }

    @Test
    void labelsXorByTheSigns() {
        Examples examples = new Drawing(new Xor(), 400, 0, 0, 9).table().examples();

        int[] labels = ((Targets.Classes) examples.targets()).labels();
        int[] quadrants = new int[4];
        for (int i = 0; i < labels.length; i++) {
            double x = examples.x().at(i, 0);
            double y = examples.x().at(i, 1);
            assertThat(labels[i]).isEqualTo(x > 0 == y > 0 ? 0 : 1);
            assertThat(Math.max(Math.abs(x), Math.abs(y))).isLessThanOrEqualTo(1);
            quadrants[(x > 0 ? 1 : 0) + (y > 0 ? 2 : 0)]++;
        }
        assertThat(IntStream.of(quadrants)).allMatch(count -> count > 60); // of 100 each, four standard deviations
    }

    @Test
    void gathersBlobsAboutACentreForEachClass() {
        Values x = points(new Blobs(4), 8);

        for (int label = 0; label < 4; label++) {
            assertThat(x.rows(new int[] {label}).rowMajor())
                    .isEqualTo(x.rows(new int[] {label + 4}).rowMajor());
        }
        assertThat(x.at(0, 0)).isNotEqualTo(x.at(1, 0));
        assertThat(DoubleStream.of(x.rowMajor())).allMatch(coordinate -> Math.abs(coordinate) <= 10);
    }
}
