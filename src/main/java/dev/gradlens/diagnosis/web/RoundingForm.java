package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Rounding;
import dev.gradlens.wire.bind.Place;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How numbers were rounded before they were sent. It has exactly one of its fields.
 *
 * @param decimals to so many digits behind the point
 * @param significantDigits to so many significant digits; 17 are all that a float64 has
 */
record RoundingForm(
        @Min(0) @Max(17) @Nullable Integer decimals,
        @Min(1) @Max(17) @Nullable Integer significantDigits) {

    /** The rounding, where exactly one field is given; if not, that is said at the place. */
    Optional<Rounding> rounding(Place place) {
        if (decimals != null && significantDigits != null) {
            place.member("significantDigits")
                    .fault("stands beside decimals; a rounding has one of decimals and significantDigits");
        } else if (decimals == null && significantDigits == null && place.isSound()) {
            place.fault("is empty; give decimals or significantDigits");
        }
        return decimals != null
                ? Optional.of(new Rounding.Decimals(decimals))
                : Optional.ofNullable(significantDigits).map(Rounding.SignificantDigits::new);
    }
}
