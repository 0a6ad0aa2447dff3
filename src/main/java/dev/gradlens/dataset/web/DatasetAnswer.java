package dev.gradlens.dataset.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.dataset.Dataset;
import dev.gradlens.dataset.Feature;
import dev.gradlens.dataset.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data set.
 *
 * @param id by which it is found: iris, digits, or a UUID whose order is that of the moments at which data sets were made
 * @param name for people
 * @param kind where it comes from
 * @param rows how many examples it has
 * @param features its columns, but for that of the labels
 * @param classes how many classes the labels are of; absent where there are no labels
 * @param classNames of class 0, 1 and so on, where the labels came as words or numbers of a CSV; the classes are in their order
 * @param sha256 of the numbers, 64 hexadecimal digits: that of a safetensors file with X, and labels or Y
 * @param createdAt when it was made, in UTC; absent of one that is built in
 * @param bytes of that file
 */
@Schema(name = "Dataset")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DatasetAnswer(
        String id,
        String name,
        KindName kind,
        int rows,
        List<FeatureAnswer> features,
        @Nullable Integer classes,
        @Nullable List<String> classNames,
        String sha256,
        @Nullable String createdAt,
        long bytes) {

    static DatasetAnswer of(Dataset dataset) {
        return new DatasetAnswer(
                dataset.id(),
                dataset.name(),
                KindName.of(dataset.kind()),
                dataset.rows(),
                dataset.features().stream().map(FeatureAnswer::of).toList(),
                dataset.classes(),
                dataset.classNames().isEmpty() ? null : dataset.classNames(),
                dataset.sha256(),
                dataset.createdAt() == null ? null : dataset.createdAt().toString(),
                dataset.bytes());
    }

    /** Where a data set comes from. */
    @Schema(name = "DatasetKind")
    enum KindName {
        /** It is shipped with the service. */
        BUILT_IN,
        /** It was drawn from a seed. */
        GENERATED,
        /** It was sent as a file. */
        UPLOADED;

        static KindName of(Kind kind) {
            return switch (kind) {
                case BUILT_IN -> BUILT_IN;
                case GENERATED -> GENERATED;
                case UPLOADED -> UPLOADED;
            };
        }
    }

    /**
     * A column.
     *
     * @param name as the header has it; x1, x2 and so on where there is none
     * @param min the least number
     * @param max the greatest
     * @param mean of all rows
     * @param std of the population of all rows
     */
    @Schema(name = "Feature")
    record FeatureAnswer(String name, double min, double max, double mean, double std) {
        static FeatureAnswer of(Feature feature) {
            return new FeatureAnswer(feature.name(), feature.min(), feature.max(), feature.mean(), feature.std());
        }
    }
}
