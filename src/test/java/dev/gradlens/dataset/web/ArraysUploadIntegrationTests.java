package dev.gradlens.dataset.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.ArrayFormat;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Data sets that are sent as files of arrays. */
class ArraysUploadIntegrationTests extends DatasetServiceTest {
    enum File {
        NPZ("application/x-npz"),
        SAFETENSORS("application/x-safetensors");

        private final String type;

        File(String type) {
            this.type = type;
        }

        private ArrayFormat format() {
            return switch (this) {
                case NPZ -> new NpzFormat();
                case SAFETENSORS -> new SafetensorsFormat();
            };
        }

        byte[] bytes(NamedArray... arrays) {
            try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
                format().write(List.of(arrays), "{}", file);
                return file.toByteArray();
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static NamedArray array(String name, Datatype datatype, List<Long> shape, double... values) {
        return new NamedArray(name, new Shape(shape), datatype, values);
    }

    private static NamedArray x(double... values) {
        return array("X", Datatype.F64, List.of(values.length / 2L, 2L), values);
    }

    private static NamedArray labels(double... values) {
        return array("labels", Datatype.I64, List.of((long) values.length), values);
    }

    private HttpResponse<String> post(File file, NamedArray... arrays) {
        return post("?name=file", file.type, file.bytes(arrays));
    }

    @ParameterizedTest
    @EnumSource
    void takesLabels(File file) {
        JsonNode dataset = created(post(file, x(1, 2, 3, 4, 5, 6), labels(0, 2, 1)));

        assertThat(dataset.get("name").stringValue()).isEqualTo("file");
        assertThat(dataset.get("classes").intValue()).isEqualTo(3);
        JsonNode page = shown("/" + dataset.get("id").stringValue() + "/rows?after=1");
        assertThat(page.get("rows")).hasToString("[[3.0,4.0],[5.0,6.0]]");
        assertThat(page.get("labels")).hasToString("[2,1]");
    }

    @ParameterizedTest
    @EnumSource
    void takesTargets(File file) {
        JsonNode one = created(post(file, x(1, 2, 3, 4), array("Y", Datatype.F32, List.of(2L), 0.5, -1)));
        JsonNode several = created(post(file, x(1, 2), array("Y", Datatype.F64, List.of(1L, 3L), 1, 2, 3)));

        assertThat(shown("/" + one.get("id").stringValue() + "/rows").get("Y")).hasToString("[[0.5],[-1.0]]");
        assertThat(shown("/" + several.get("id").stringValue() + "/rows").get("Y"))
                .hasToString("[[1.0,2.0,3.0]]");
    }

    @ParameterizedTest
    @EnumSource
    void takesFeaturesAlone(File file) {
        JsonNode dataset = created(post(file, x(1, 2)));

        assertThat(dataset.has("classes")).isFalse();
        assertThat(dataset.get("features").size()).isEqualTo(2);
    }

    @Test
    void givesOneFileOneNameWhateverItsForm() {
        NamedArray[] arrays = {x(1, 2, 3, 4), labels(1, 0)};

        assertThat(created(post(File.NPZ, arrays)).get("sha256"))
                .isEqualTo(created(post(File.SAFETENSORS, arrays)).get("sha256"));
    }

    @ParameterizedTest
    @EnumSource
    void namesEveryOffendingArray(File file) {
        JsonNode problem = invalid(post(
                file,
                array("X", Datatype.F64, List.of(3L, 1L), 1, Double.NaN, Double.POSITIVE_INFINITY),
                labels(0, -1, 1000, 1),
                array("Y", Datatype.F64, List.of(1L), 1),
                array("W1", Datatype.F64, List.of(1L), 1)));

        assertThat(errors(problem, "pointer"))
                .containsExactlyInAnyOrder(
                        "/arrays/W1",
                        "/arrays/Y",
                        "/arrays/X/1/0",
                        "/arrays/X/2/0",
                        "/arrays/labels/1",
                        "/arrays/labels/2",
                        "/arrays/labels");
    }

    @ParameterizedTest
    @EnumSource
    void refusesShapesThatAreNoTable(File file) {
        NamedArray vector = array("X", Datatype.F64, List.of(2L), 1, 2);
        NamedArray none = array("X", Datatype.F64, List.of(0L, 2L));
        NamedArray single = array("labels", Datatype.I64, List.of(), 1);
        NamedArray half = array("labels", Datatype.F64, List.of(1L), 0.5);

        assertThat(errors(invalid(post(file, vector)), "pointer")).containsExactly("/arrays/X");
        assertThat(errors(invalid(post(file, none)), "pointer")).containsExactly("/arrays/X");
        assertThat(errors(invalid(post(file, labels(0))), "pointer")).containsExactly("/arrays/X");
        assertThat(errors(invalid(post(file, x(1, 2), single)), "pointer")).containsExactly("/arrays/labels");
        assertThat(errors(invalid(post(file, x(1, 2), half)), "pointer")).containsExactly("/arrays/labels/0");
    }

    @ParameterizedTest
    @EnumSource
    void refusesAFileThatIsDamaged(File file) {
        byte[] whole = file.bytes(x(1, 2), labels(0));

        for (int length : new int[] {1, 7, 20, whole.length / 2, whole.length - 1}) {
            JsonNode problem = invalid(post("", file.type, Arrays.copyOf(whole, length)));
            assertThat(errors(problem, "pointer")).allMatch(pointer -> pointer.startsWith("/arrays"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesMoreColumnsThanAreRead(File file) {
        NamedArray wide = array("X", Datatype.F64, List.of(1L, 4097L), new double[4097]);

        assertThat(errors(invalid(post(file, wide)), "pointer")).containsExactly("/arrays/X");
    }
}
