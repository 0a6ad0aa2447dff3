package dev.gradlens.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.bind.Requests.Whole;
import dev.gradlens.wire.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFaultsTests {
    private final Faults faults = new Faults();

    private <T> @Nullable T read(Class<T> type, String json) {
        var bytes = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
        return RecordReader.read(type, new JsonReader(64).read(bytes), Place.root(faults));
    }

    private Whole whole(String members) {
        return read(Whole.class, "{\"network\": {\"inputs\": 2, \"layers\": [{\"units\": 3}]}, " + members + "}");
    }

    private List<String> pointers() {
        return faults.list().stream().map(fault -> fault.pointer().text()).toList();
    }

    private String onlyDetail() {
        assertThat(faults.list()).hasSize(1);
        return faults.list().getFirst().detail();
    }

    @Test
    void namesFiveFaultsOfDifferentKindsAtOnce() {
        read(Whole.class, """
                {"network": {"layers": [{"units": 2.7}, {"type": "dens"}]},
                 "batch": {"X": [[1, 2], [3]]}, "placement": 3, "foo": 1}
                """);

        assertThat(pointers())
                .containsExactly(
                        "/foo",
                        "/network/inputs",
                        "/network/layers/0/units",
                        "/network/layers/1/type",
                        "/batch/X/1",
                        "/placement");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"foo\": 1 | /foo | 'foo' is not a field of a request; its fields are network, batch, gradientCheck, placement, seed",
                "\"seed\": null | /seed | must not be null; leave it out, or give an integer",
                "\"seed\": 2.7 | /seed | must be an integer, got 2.7",
                "\"seed\": 1e30 | /seed | must be an integer from -9223372036854775808 to 9223372036854775807",
                "\"seed\": \"1\" | /seed | must be an integer, got a string",
                "\"seed\": true | /seed | must be an integer, got a boolean",
                "\"placement\": \"inside\" | /placement | must be one of insideSqrt, outsideSqrt, nowhere, got 'inside'",
                "\"placement\": \"everywhere\" | /placement | 'everywhere' is not supported yet; use one of insideSqrt, outsideSqrt, nowhere",
                "\"placement\": [1] | /placement | must be one of insideSqrt, outsideSqrt, nowhere, got an array of numbers",
                "\"conventions\": \"paper\" | /conventions | is not supported yet",
                "\"gradientCheck\": \"yes\" | /gradientCheck | must be true or false, or an object, got a string",
                "\"gradientCheck\": {\"steps\": 1} | /gradientCheck/steps | 'steps' is not a field of a check; its fields are enabled, step, tolerance",
                "\"gradientCheck\": {\"step\": 0} | /gradientCheck/step | must be more than 0, got 0",
                "\"gradientCheck\": {\"step\": 2} | /gradientCheck/step | must be at most 1, got 2",
                "\"gradientCheck\": {\"step\": -1e400} | /gradientCheck/step | is beyond the range of a double",
                "\"gradientCheck\": {\"tolerance\": 0.25} | /gradientCheck/tolerance | must be at least 0.5, got 0.25",
                "\"batch\": [] | /batch | must be an object, got an array",
                "\"batch\": {} | /batch/X | is missing; it must be a matrix, given as an array of rows, flat or in base64",
            })
    void saysWhatIsWrong(String members, String pointer, String detail) {
        whole(members);

        assertThat(faults.list())
                .containsExactly(new Fault(
                        dev.gradlens.wire.Pointer.of(pointer.substring(1).split("/")), detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | /network/layers/0/units | is missing; it must be an integer",
                "{\"type\": \"dense\", \"slope\": 1, \"units\": 1} | /network/layers/0/slope | 'slope' is not a field of a dense layer; its fields are type, units, activation",
                "{\"type\": 3} | /network/layers/0/type | must be one of dense, normalize, got a number",
                "{\"type\": \"convolution\"} | /network/layers/0/type | 'convolution' is not supported yet; use one of dense, normalize",
                "{\"type\": \"normalize\", \"normalization\": {}} | /network/layers/0/normalization/type | is missing; it must be one of batch, rms",
                "{\"type\": \"normalize\", \"normalization\": {\"type\": \"batch\", \"e\": 1}} | /network/layers/0/normalization/e | 'e' is not a field of a batch normalization; its fields are type, epsilon",
                "{\"type\": \"normalize\", \"normalization\": {\"type\": \"rms\", \"e\": 1}} | /network/layers/0/normalization/e | 'e' is not a field of a rms normalization; its fields are type",
                "{\"units\": 1, \"activation\": \"tanh\"} | /network/layers/0/activation | must be one of relu, leakyRelu, got 'tanh'",
                "{\"units\": 1, \"activation\": {\"type\": \"tanh\"}} | /network/layers/0/activation/type | must be one of relu, leakyRelu, got 'tanh'",
                "{\"units\": 1, \"activation\": 1} | /network/layers/0/activation | must be one of relu, leakyRelu, or an object, got a number",
            })
    void picksRecordsByTheirType(String layer, String pointer, String detail) {
        read(Whole.class, "{\"network\": {\"inputs\": 2, \"layers\": [" + layer + "]}}");

        assertThat(pointers()).containsExactly(pointer);
        assertThat(onlyDetail()).isEqualTo(detail);
    }

    @Test
    void namesFieldsThatNoTypeHasWhereTheTypeIsUnknown() {
        read(Whole.class, """
                {"network": {"inputs": 2, "layers": [
                  {"type": "normalize", "normalization": {"typ": "batch", "epsilon": 1}},
                  {"type": "dens", "unit": 3, "units": 2},
                  {"type": "convolution", "filters": 3}]}}
                """);

        assertThat(pointers())
                .extracting(pointer -> pointer.replace("/network/layers", ""))
                .containsExactly("/0/normalization/type", "/0/normalization/typ", "/1/type", "/1/unit", "/2/type");
        assertThat(faults.list().get(1).detail()).isEqualTo("'typ' is not a field here, whatever the type");
    }

    @Test
    void boundsTheLengthOfLists() {
        read(Whole.class, "{\"network\": {\"inputs\": 0, \"layers\": []}}");

        assertThat(faults.list())
                .extracting(Fault::detail)
                .containsExactly("must be at least 1, got 0", "must have 1 to 3 items, got 0");
    }

    @Test
    void refusesARootOfAnotherKind() {
        assertThat(read(Whole.class, "[1]")).isNull();
        assertThat(pointers()).containsExactly("");
        assertThat(onlyDetail()).isEqualTo("must be an object, got an array of numbers");
    }

    @Test
    void pointsAtTheObjectWhereANameIsTooLongForAPointer() {
        whole("\"" + "x".repeat(1000) + "\": 1");

        assertThat(pointers()).containsExactly("");
        assertThat(onlyDetail()).hasSizeLessThan(250);
    }
}
