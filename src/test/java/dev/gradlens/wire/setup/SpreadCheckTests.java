package dev.gradlens.wire.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gradlens.wire.Faults;
import dev.gradlens.wire.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadCheckTests {
    private static final String SOUND =
            """
            {"network": {"inputs": 2, "layers": [{"type": "dense", "units": 3, "normalization": BATCH}],
                         "loss": "meanSquaredError"},
             "parameters": {"layers": [{"W": [[1, 2], [3, 4], [5, 6]], "b": [0, 0, 0]}]},
             "batch": {"X": [[1, 2]], "Y": [[1, 2, 3]]}}
            """.replace("BATCH", "{\"type\": \"batch\", \"varianceEstimator\": \"unbiased\"}");
    private static final String SPREAD = "/network/layers/0/normalization/varianceEstimator";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "meanSquaredError | meanSquaredError | ",
                "[[1, 2, 3]] | [[1, 2]] | /batch/Y",
                "meanSquaredError | x | /network/loss",
                "\"Y\" | \"labels\": [0], \"Y\" | /batch/labels",
                "\"Y\": | \"y\": | /batch/y /batch/Y",
                "[[1, 2]] | [[1, 2, 3]] | /batch/X",
                "[[1, 2]] | [[1, \"2\"]] | /batch/X/0/1",
                "[3, 4] | [3] | /parameters/layers/0/W/1",
                "\"units\": 3 | \"units\": 0 | /network/layers/0/units",
                "\"inputs\": 2, | | /network/inputs",
                "\"batch\": { | \"conventions\": \"papers\", \"batch\": {\"layout\": \"rows\", | /conventions",
                "\"batch\": { | \"conventions\": \"keras\", \"backward\": \"x\", \"batch\": { | /backward",
                "[[1, 2]], | [[1], [2]], \"layout\": \"columns\", | /batch/Y",
            })
    void isNamedBesideOtherFaults(String old, @Nullable String changed, @Nullable String others) {
        List<String> expected = others == null ? List.of() : List.of(others.split(" "));

        assertThat(faults(old, changed))
                .filteredOn(pointer -> !pointer.equals(SPREAD))
                .containsExactlyElementsOf(expected);
        assertThat(faults(old, changed)).contains(SPREAD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"units\": 3, \"normalization\": {\"type\": \"batch\" | \"units\": 1, \"normalization\": {\"type\": \"layer\"",
                "{\"type\": \"dense\", \"units\": 3, | {\"type\": \"dense\", \"units\": 1, \"activation\": \"x\", \"bias\": 1,",
            })
    void isNamedOverTheUnitsThatAreKnown(String old, String changed) {
        assertThat(faults(old, changed)).contains(SPREAD).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[[1, 2]] | [[1, 2], [3, 4]]",
                "\"unbiased\" | \"biased\", \"epsilon\": -1",
                "\"unbiased\" | \"unbiassed\"",
                ", \"varianceEstimator\": \"unbiased\" | , \"epsilon\": -1",
                "[[1, 2]] | []",
                "\"batch\": { | \"mode\": \"inference\", \"x\": 1, \"batch\": {",
                "\"batch\": { | \"mode\": \"inferense\", \"batch\": {",
                "\"batch\": { | \"conventions\": \"courses\", \"batch\": {",
                "\"batch\": { | \"batch\": {\"layout\": \"row\",",
                "\"units\": 3, \"normalization\": {\"type\": \"batch\" | \"units\": 0, \"normalization\": {\"type\": \"layer\"",
            })
    void isNotNamedWhereTheValuesAreMoreOrUnknown(String old, String changed) {
        assertThat(faults(old, changed)).isNotEmpty().doesNotContain(changed.contains("unbiassed") ? "" : SPREAD);
    }

    private static List<String> faults(String old, @Nullable String changed) {
        assertThat(SOUND).contains(old);
        String json = SOUND.replace(old, changed == null ? "" : changed);
        Faults faults = new Faults();
        SetupRequest request = SetupRequest.read(json, faults);
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> new SetupReader(KnownModels.NONE).read(request, faults));
        return refusal.faults().list().stream()
                .map(fault -> fault.pointer().text())
                .toList();
    }
}
