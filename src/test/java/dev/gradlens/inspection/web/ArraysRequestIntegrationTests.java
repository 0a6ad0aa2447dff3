package dev.gradlens.inspection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.arrays.ArrayFiles;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.arrays.npz.NpzFormat;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Arrays in files beside a request are what they would be in it. */
class ArraysRequestIntegrationTests extends ServiceTest {
    private static final List<String> FORMS = List.of("npz", "safetensors");

    static JsonNode example(String name) throws Exception {
        try (var text = new ClassPathResource("examples/" + name + ".json").getInputStream()) {
            return InspectionClient.JSON.readTree(text);
        }
    }

    static Stream<Arguments> examplesInForms() {
        return Stream.of("forum-network", "paper", "lone-layer", "statistics-as-constants", "digits")
                .flatMap(example -> FORMS.stream().map(form -> Arguments.of(example, form)));
    }

    @ParameterizedTest
    @MethodSource("examplesInForms")
    void answersTheSameWhetherTensorsStandInJsonOrBesideIt(String example, String form) throws Exception {
        JsonNode whole = example(example);

        HttpResponse<String> answer = client.post(Apart.of(whole).parcel(form));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(withoutRun(InspectionClient.JSON.readTree(answer.body())))
                .isEqualTo(withoutRun(client.inspect(whole)));
    }

    private static JsonNode withoutRun(JsonNode answer) {
        ((ObjectNode) answer).remove("run");
        return answer;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "npz, application/x-npz, arrays",
                "npz, application/octet-stream, any.npz",
                "npz, application/octet-stream, untold",
                "npz, '', ANY.NPZ",
                "npz, '', untold",
                "npz, application/zip, a.zip",
                "safetensors, application/x-safetensors, arrays.npz",
                "safetensors, application/octet-stream, any.safetensors",
                "safetensors, '', untold"
            })
    void tellsTheFormOfAFile(String form, String type, String name) throws Exception {
        Apart apart = Apart.of(example("paper"));
        Parcel parcel = new Parcel()
                .with("name=\"arrays\"; filename=\"" + name + "\"", type, apart.file(form))
                .with("name=request", "", InspectionClient.JSON.writeValueAsBytes(apart.request()));

        assertThat(client.post(parcel).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void takesSomeTensorsFromEither(String form) throws Exception {
        JsonNode whole = example("forum-network");
        Apart apart = Apart.of(whole);
        apart.arrays().removeIf(array -> !array.name().matches("X|W2|gamma1"));
        ObjectNode request = (ObjectNode) whole.deepCopy();
        ((ObjectNode) request.get("batch")).remove("X");
        ((ObjectNode) request.at("/parameters/layers/1")).remove("W");
        ((ObjectNode) request.at("/parameters/layers/0")).remove("gamma");

        HttpResponse<String> answer = client.post(new Apart(request, apart.arrays()).parcel(form));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(InspectionClient.JSON.readTree(answer.body()).get("dX"))
                .isEqualTo(client.inspect(whole).get("dX"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"npz", "safetensors"})
    void namesEveryFaultAtItsArray(String form) throws Exception {
        Apart apart = Apart.of(example("forum-network"));
        List<NamedArray> arrays = new ArrayList<>(apart.arrays());
        arrays.removeIf(array -> array.name().matches("X|W1|b2|gamma2|W3|Y"));
        arrays.add(array("X", Shape.of(3, 6), new double[18]));
        arrays.add(array("W1", Shape.of(3), new double[3]));
        arrays.add(array("b2", Shape.of(2), new double[] {0, Double.NaN}));
        arrays.add(array("gamma2", Shape.of(3), new double[3]));
        arrays.add(array("W4", Shape.of(1, 1), new double[1]));
        arrays.add(array("gamma3", Shape.of(1), new double[1]));
        arrays.add(array("Q", Shape.of(1), new double[1]));

        HttpResponse<String> answer = client.post(new Apart(apart.request(), arrays).parcel(form));

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonNode problem = InspectionClient.problem(answer, "invalid-request");
        assertThat(InspectionClient.pointers(problem))
                .containsExactlyInAnyOrder(
                        "/arrays/X",
                        "/arrays/W1",
                        "/arrays/b2/1",
                        "/arrays/gamma2",
                        "/arrays/W4",
                        "/arrays/gamma3",
                        "/arrays/Q",
                        "/parameters/layers/2/W",
                        "/batch/Y");
    }

    private static NamedArray array(String name, Shape shape, double[] values) {
        return new NamedArray(name, shape, Datatype.F64, values);
    }

    @Test
    void refusesATensorThatStandsInBothParts() throws Exception {
        JsonNode whole = example("paper");
        Apart apart = Apart.of(whole);

        HttpResponse<String> answer = client.post(new Apart((ObjectNode) whole, apart.arrays()).parcel("npz"));

        JsonNode problem = InspectionClient.problem(answer, "invalid-request");
        assertThat(InspectionClient.pointers(problem))
                .contains("/arrays/X", "/arrays/W1")
                .allMatch(pointer -> pointer.startsWith("/arrays/"));
    }

    @Test
    void refusesParametersBesideAnInitializationAtTheirArrays() throws Exception {
        Apart apart = Apart.of(example("paper"));
        apart.arrays().removeIf(array -> !array.name().matches("X|labels|W1|gamma1"));
        apart.request().remove("parameters");
        apart.request().putObject("initialization").put("scheme", "he").put("seed", 7);

        JsonNode problem = InspectionClient.problem(client.post(apart.parcel("npz")), "invalid-request");

        assertThat(InspectionClient.pointers(problem)).containsExactlyInAnyOrder("/arrays/W1", "/arrays/gamma1");
        assertThat(problem.at("/errors/0/detail").stringValue())
                .isEqualTo("stands beside initialization, which makes all parameters; give one of the two");
    }

    @Test
    void namesWhatCannotBeReadOnce() throws Exception {
        Apart apart = Apart.of(example("paper"));
        byte[] objects = ArrayFiles.file("refused-objects.npz");
        byte[] cut = Arrays.copyOf(apart.file("npz"), 200);

        HttpResponse<String> pickled = client.post(Parcel.of(apart.request().toString(), objects, "application/x-npz"));
        HttpResponse<String> damaged = client.post(Parcel.of(apart.request().toString(), cut, "application/x-npz"));

        assertThat(pickled.body()).contains("/arrays/b", "pickled objects are refused");
        assertThat(InspectionClient.pointers(InspectionClient.problem(damaged, "invalid-request")))
                .containsExactly("/arrays");
    }

    @Test
    void readsLabelsOfIntegersAndVectorsOfFloats() throws Exception {
        JsonNode whole = example("digits");
        Apart apart = Apart.of(whole);

        assertThat(apart.arrays()).extracting(NamedArray::name).contains("labels");
        assertThat(ArrayFiles.read(new NpzFormat(), apart.file("npz")).faults()).isEmpty();
        assertThat(client.post(apart.parcel("npz")).statusCode()).isEqualTo(200);
    }
}
