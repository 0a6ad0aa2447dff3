package dev.gradlens.dataset;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a data set beside its numbers.
 *
 * @param id by which it is found
 * @param name for people
 * @param kind where it comes from
 * @param rows how many examples it has
 * @param features its columns
 * @param classes how many classes there are; null where the examples have no labels
 * @param classNames a name for each class; empty where they have none
 * @param sha256 of the file of its numbers, by which they are found even after the data set was deleted
 * @param createdAt when it was made; null of one that is built in
 * @param bytes of the file
 */
public record Dataset(
        String id,
        String name,
        Kind kind,
        int rows,
        List<Feature> features,
        @Nullable Integer classes,
        List<String> classNames,
        String sha256,
        @Nullable Instant createdAt,
        long bytes) {
    public Dataset {
        features = List.copyOf(features);
        classNames = List.copyOf(classNames);
    }

    /** What is to be known of a table whose numbers are in a file. */
    public static Dataset of(
            String id, String name, Kind kind, Table table, String sha256, long bytes, @Nullable Instant createdAt) {
        Examples examples = table.examples();
        return new Dataset(
                id,
                name,
                kind,
                examples.x().rows(),
                Feature.of(table.features(), examples.x()),
                examples.targets() instanceof Targets.Classes classes ? classes.count() : null,
                table.classNames(),
                sha256,
                createdAt,
                bytes);
    }
}
