package dev.gradlens.wire.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.Pointer;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.json.JsonReader;
import dev.gradlens.wire.json.JsonValue.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenArraysTests {
    private static final NamedArray X = array("X", Shape.of(2, 2), 1, 2, 3, 4);
    private static final NamedArray W2 = array("W2", Shape.of(1, 2), 5, 6);
    private static final NamedArray B1 = array("b1", Shape.of(2), 7, 8);

    private final Faults faults = new Faults();

    private static NamedArray array(String name, Shape shape, double... values) {
        return new NamedArray(name, shape, Datatype.F64, values);
    }

    private static JsonObject json(String text) {
        byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return (JsonObject) new JsonReader(64).read(new ByteArrayInputStream(bytes));
    }

    private void assertFilled(String request, String expected, NamedArray... arrays) {
        JsonObject filled = GivenArrays.fill(json(request), List.of(arrays), faults);

        assertThat(filled).usingRecursiveComparison().isEqualTo(json(expected));
    }

    @Test
    void makesWhatIsAbsent() {
        assertFilled(
                "{'network': {'layers': [{}, {}, {}]}}",
                "{'network': {'layers': [{}, {}, {}]}, 'batch': {'X': [[1, 2], [3, 4]]},"
                        + " 'parameters': {'layers': [{'b': [7, 8]}, {'W': [[5, 6]]}, {}]}}",
                W2,
                X,
                B1);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void putsIntoWhatIsThere() {
        assertFilled(
                "{'network': {'layers': [{}, {}]}, 'batch': {'labels': [1]}, 'parameters': {'layers': [{'W': [[9]]}]}}",
                "{'network': {'layers': [{}, {}]}, 'batch': {'labels': [1], 'X': [[1, 2], [3, 4]]},"
                        + " 'parameters': {'layers': [{'W': [[9]], 'b': [7, 8]}, {'W': [[5, 6]]}]}}",
                X,
                W2,
                B1);
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void leavesWhatIsNoObjectToBeRefused() {
        assertFilled(
                "{'network': 1, 'batch': [], 'parameters': {'layers': {}}}",
                "{'network': 1, 'batch': [], 'parameters': {'layers': {}}}",
                X,
                W2);
        assertFilled("{'parameters': null}", "{'parameters': null}", W2);
        assertFilled("{'parameters': {'layers': [7]}}", "{'parameters': {'layers': [7, {'W': [[5, 6]]}]}}", W2, B1);
    }

    @Test
    void refusesWhatHasNoPlaceOrStandsTwice() {
        GivenArrays.fill(
                json("{'network': {'layers': [{}]}, 'batch': {'X': 1}, 'parameters': {'layers': [{'b': null}]}}"),
                List.of(X, B1, W2, array("Z1", Shape.of(1), 1), array("W0", Shape.of(1), 1)),
                faults);

        assertThat(faults.list())
                .extracting(fault -> fault.pointer() + " " + fault.detail())
                .containsExactly(
                        "/arrays/X stands in the part request as well, at /batch/X; give it once",
                        "/arrays/b1 stands in the part request as well, at /parameters/layers/0/b; give it once",
                        "/arrays/W2 belongs to layer 2, but the network has 1",
                        "/arrays/Z1 is not an array of this request; it may have " + ArrayPlace.NAMES,
                        "/arrays/W0 is not an array of this request; it may have " + ArrayPlace.NAMES);
    }

    @Test
    void takesTheBatchAloneWhereParametersAreInitialized() {
        assertFilled(
                "{'initialization': {}, 'network': {'layers': [{}, {}]}}",
                "{'initialization': {}, 'network': {'layers': [{}, {}]}, 'batch': {'X': [[1, 2], [3, 4]]}}",
                X,
                W2);
        assertThat(faults.list()).extracting(fault -> fault.pointer().text()).containsExactly("/arrays/W2");
    }

    @Test
    void takesTheBatchAloneWhereAModelHasTheParameters() {
        assertFilled("{'model': 'm1'}", "{'model': 'm1', 'batch': {'X': [[1, 2], [3, 4]]}}", X, W2);
        assertThat(faults.list())
                .extracting(fault -> fault.pointer() + " " + fault.detail())
                .containsExactly("/arrays/W2 stands beside model, which has all parameters; give one of the two");
    }

    @Test
    void refusesShapesAndNumbersThatCannotStandThere() {
        GivenArrays.fill(
                json("{'network': {'layers': [{}]}}"),
                List.of(
                        array("X", Shape.of(1, 2), Double.NaN, Double.POSITIVE_INFINITY),
                        array("Y", Shape.of(2), 1, 2),
                        array("labels", Shape.of(0)),
                        array("W1", Shape.of(1, 1, 1), 1),
                        array("b1", Shape.of(1, 2), 1, 2),
                        array("beta1", Shape.of(2, 1), 1, Double.NaN),
                        array("gamma1", Shape.of(), 1)),
                faults);

        assertThat(faults.list())
                .extracting(fault -> fault.pointer() + " " + fault.detail())
                .containsExactly(
                        "/arrays/X/0/0 must be a finite number, got NaN",
                        "/arrays/X/0/1 must be a finite number, got Infinity",
                        "/arrays/Y must be a matrix, got 2 (a vector)",
                        "/arrays/labels must not be empty, got 0 (a vector)",
                        "/arrays/W1 must be a matrix, got 1×1×1",
                        "/arrays/b1 must be a vector, or a column such as 3×1, got 1×2",
                        "/arrays/beta1/1/0 must be a finite number, got NaN",
                        "/arrays/gamma1 must be a vector, or a column such as 3×1, got a single number");
    }

    @Test
    void showsWhatIsWrongThereAtTheArrayAndOnlyOnce() {
        faults.add(Pointer.of("arrays", "W1"), "cannot be read");
        GivenArrays.fill(json("{'network': {'layers': [{}]}}"), List.of(X), faults);

        faults.add(Pointer.of("batch", "X").item(1), "is wrong");
        faults.add(Pointer.of("parameters", "layers").item(0).member("W"), "is missing");
        faults.add(Pointer.of("batch", "Y"), "is missing");

        assertThat(faults.hasFaultAtOrBelow(Pointer.of("parameters"))).isTrue();
        assertThat(faults.list())
                .containsExactly(
                        new Fault(Pointer.of("arrays", "W1"), "cannot be read"),
                        new Fault(Pointer.of("arrays", "X").item(1), "is wrong"),
                        new Fault(Pointer.of("batch", "Y"), "is missing"));
    }
}
