package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Shape;
import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A matrix as a float64 array of ND4J, row by row, in memory of its own. */
final class Nd4jMatrix implements Matrix {
    private final Shape shape;
    private final INDArray array;
    private boolean freed;

    private Nd4jMatrix(Shape shape, INDArray array) {
        this.shape = shape;
        this.array = array;
    }

    /** Its entries are whatever the memory held: fill them all. */
    static Nd4jMatrix uninitialized(Shape shape) {
        long[] sides = {shape.rows(), shape.columns()};
        return new Nd4jMatrix(shape, Nd4j.createUninitialized(DataType.DOUBLE, sides, 'c'));
    }

    @Override
    public int rows() {
        return shape.rows();
    }

    @Override
    public int columns() {
        return shape.columns();
    }

    @Override
    public double[] toArray() {
        double[] entries = new double[shape.rows() * shape.columns()];
        read().get(entries);
        return entries;
    }

    INDArray array() {
        if (freed) {
            // ND4J would read freed memory
            throw new IllegalStateException("the kernels that held this %s matrix are closed".formatted(shape));
        }
        return array;
    }

    /** The entries in the host's memory, brought there from a device if need be. */
    DoubleBuffer read() {
        Nd4j.getAffinityManager().ensureLocation(array(), Location.HOST);
        return array.data().asNioDouble();
    }

    /** Replaces all entries; ND4J itself needs ten times as long to take in an array. */
    void write(double[] entries) {
        array().data().asNioDouble().put(entries);
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
    }

    /** Overwrites a row with another. */
    void copyRow(int from, int to) {
        DoubleBuffer entries = read();
        entries.put(to * columns(), entries, from * columns(), columns());
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
    }

    void free() {
        freed = true;
        array.close();
    }
}
