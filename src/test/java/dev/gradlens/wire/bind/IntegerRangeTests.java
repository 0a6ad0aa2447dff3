package dev.gradlens.wire.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.wire.Fault;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.json.JsonReader;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegerRangeTests {
    @Called("integers")
    private record Integers(
            @Min(1) @Nullable Integer units,
            @Max(9) @Nullable Integer few,
            @Nullable Integer any,
            @Positive @Nullable Integer positive,
            @PositiveOrZero @Nullable Long seed,

            @DecimalMin(value = "0.5", inclusive = false) @DecimalMax(value = "9", inclusive = false) @Nullable
            Integer within) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units | 1099511627776 | must be an integer from 1 to 2147483647",
                "units | -1099511627776 | must be an integer from 1 to 2147483647",
                "units | 0 | must be at least 1, got 0",
                "few | 1e30 | must be an integer from -2147483648 to 9",
                "any | 2147483648 | must be an integer from -2147483648 to 2147483647",
                "positive | -2147483649 | must be an integer from 1 to 2147483647",
                "seed | 9223372036854775808 | must be an integer from 0 to 9223372036854775807",
                "within | 1e10 | must be an integer from 1 to 8",
                "within | 9 | must be less than 9, got 9",
            })
    void namesTheFieldsOwnRange(String field, String value, String detail) {
        Faults faults = new Faults();
        String json = "{\"%s\": %s}".formatted(field, value);

        RecordReader.read(
                Integers.class,
                new JsonReader(64).read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))),
                Place.root(faults));

        assertThat(faults.list()).extracting(Fault::detail).containsExactly(detail);
    }
}
