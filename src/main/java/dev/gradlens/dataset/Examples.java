package dev.gradlens.dataset;

import dev.gradlens.tensor.Values;

/**
 * The numbers of a data set.
 *
 * @param x rows×features, finite
 * @param targets of as many rows
 */
public record Examples(Values x, Targets targets) {
    public Examples {
        int rows = rows(targets, x.rows());
        if (rows != x.rows()) {
            throw new IllegalArgumentException("%d rows have targets of %d".formatted(x.rows(), rows));
        }
    }

    private static int rows(Targets targets, int otherwise) {
        return switch (targets) {
            case Targets.Classes classes -> classes.labels().length;
            case Targets.Numbers numbers -> numbers.y().rows();
            case Targets.None _ -> otherwise;
        };
    }
}
