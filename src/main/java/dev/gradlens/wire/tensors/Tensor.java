package dev.gradlens.wire.tensors;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of an answer: a vector, a matrix, or one of more axes. It holds its numbers as it was given them, row-major,
 * and is turned only while it is written, so that an answer in columns costs no copy.
 */
public final class Tensor {
    private final int[] shape;
    private final double[] values;
    private final boolean turned;
    private final boolean single;
    private final Encoding encoding;
    private final @Nullable Prepared prepared;

    private Tensor(int[] shape, double[] values, boolean turned, boolean single, Encoding encoding) {
        this(shape, values, turned, single, encoding, null);
    }

    private Tensor(
            int[] shape,
            double[] values,
            boolean turned,
            boolean single,
            Encoding encoding,
            @Nullable Prepared prepared) {
        this.shape = shape;
        this.values = values;
        this.turned = turned;
        this.single = single;
        this.encoding = encoding;
        this.prepared = prepared;
    }

    /** As nested arrays of these lengths, the outermost first. */
    public static Tensor of(int[] shape, double[] values) {
        long entries = IntStream.of(shape).asLongStream().reduce(1, Math::multiplyExact);
        if (values.length != entries) {
            throw new IllegalArgumentException(values.length + " values cannot be " + inWords(shape));
        }
        return new Tensor(shape.clone(), values, false, false, Encoding.NESTED);
    }

    /** An array of rows. */
    public static Tensor matrix(int rows, int columns, double[] values) {
        return of(new int[] {rows, columns}, values);
    }

    /** A plain array. */
    public static Tensor vector(double[] values) {
        return of(new int[] {values.length}, values);
    }

    /** The same matrix, written as its transpose; a vector stays as it is, and so does a tensor of more axes. */
    public Tensor transposed() {
        boolean other = (shape.length == 2) != turned;
        return new Tensor(shape, values, other, single, encoding);
    }

    /** The same numbers as float32: with the few digits that one needs, or in four bytes each. */
    public Tensor inSinglePrecision() {
        return new Tensor(shape, values, turned, true, encoding);
    }

    /** The same tensor, written in another way. */
    public Tensor in(Encoding other) {
        return new Tensor(shape, values, turned, single, other);
    }

    /** The same tensor, whose text may be there before it is asked for. */
    Tensor prepared(Prepared text) {
        return new Tensor(shape, values, turned, single, encoding, text);
    }

    @Nullable
    Prepared prepared() {
        return prepared;
    }

    /** The lengths of its axes as written, the outermost first. */
    public int[] shape() {
        return turned ? new int[] {shape[1], shape[0]} : shape.clone();
    }

    /** How many entries it has. */
    public int size() {
        return values.length;
    }

    /** An entry by its place in row-major order as written, from 0. */
    public double entry(int place) {
        if (!turned) {
            return values[place];
        }
        int rows = shape[0];
        return values[place % rows * shape[1] + place / rows];
    }

    /** The entries in row-major order as written. They may be those that it holds: whoever is given them does not write to them. */
    public double[] entries() {
        return turned ? IntStream.range(0, size()).mapToDouble(this::entry).toArray() : values;
    }

    /** How long the rows are in which it is written: its last axis. */
    int rowLength() {
        return shape[turned ? 0 : shape.length - 1];
    }

    /** Where the first number of a row as written, from 0, is stored. */
    int rowStart(int row) {
        return turned ? row : row * rowLength();
    }

    /** How far apart the numbers of a row as written are stored. */
    int rowStep() {
        return turned ? shape[1] : 1;
    }

    /** What is stored at a place. */
    double stored(int place) {
        return values[place];
    }

    /** Whether its numbers are float32. */
    public boolean isSingle() {
        return single;
    }

    Encoding encoding() {
        return encoding;
    }

    /** How many entries are NaN or infinite. */
    public int nonFinite() {
        int count = 0;
        for (double value : values) {
            count += Double.isFinite(value) ? 0 : 1;
        }
        return count;
    }

    /** The entries that are neither NaN nor infinite, in no order that matters. */
    DoubleStream finite() {
        return DoubleStream.of(values).filter(Double::isFinite);
    }

    private static String inWords(int[] shape) {
        return Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"));
    }
}
