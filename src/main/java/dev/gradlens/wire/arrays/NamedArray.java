package dev.gradlens.wire.arrays;

/**
 * An array of a file.
 *
 * @param name by which it is known
 * @param shape its lengths
 * @param datatype that it has in the file
 * @param values the numbers, the last axis fastest, exact whatever the datatype; not copied: whoever is given them does
 *     not write to them
 */
public record NamedArray(String name, Shape shape, Datatype datatype, double[] values) {
    public NamedArray {
        if (shape.count() != values.length) {
            throw new IllegalArgumentException(values.length + " values cannot be " + shape);
        }
    }
}
