package dev.gradlens.check.stacked;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTests {

    @ParameterizedTest
    @CsvSource({
        "46, 64, 1, 46",
        "134, 32, 1, 27",
        "46, 64, 8, 48",
        "134, 32, 8, 32",
        "134, 33, 8, 32",
        "60, 46, 8, 32",
        "3, 64, 8, 8",
        "134, 8, 8, 8",
        "134, 7, 8, 7",
        "134, 1, 8, 1"
    })
    void takesColumnsEvenlyInWholeVectorsIfThereIsRoomForOne(int columns, int most, int lanes, int each) {
        assertThat(Shape.evenly(5, columns, most, lanes)).isEqualTo(new Shape(5, each));
    }
}
