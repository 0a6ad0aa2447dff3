package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.concurrency.AffinityManager.Location;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A matrix as an array of ND4J, row by row, in memory of its own. */
final class Nd4jMatrix implements Matrix {
    private final Shape shape;
    private final INDArray array;
    private final Precision precision;
    private final EntryType entryType;
    private boolean freed;

    private Nd4jMatrix(Shape shape, INDArray array, Precision precision, EntryType entryType) {
        this.shape = shape;
        this.array = array;
        this.precision = precision;
        this.entryType = entryType;
    }

    /** Its entries are whatever the memory held: fill them all. */
    static Nd4jMatrix uninitialized(Shape shape, Precision precision) {
        long[] sides = {shape.rows(), shape.columns()};
        EntryType entryType = EntryType.of(precision);
        INDArray array = Nd4j.createUninitialized(entryType.dataType(), sides, 'c');
        return new Nd4jMatrix(shape, array, precision, entryType);
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
        entryType.read(hostData(), entries);
        return entries;
    }

    Precision precision() {
        return precision;
    }

    INDArray array() {
        if (freed) {
            // ND4J would read freed memory
            throw new IllegalStateException("the kernels that held this %s matrix are closed".formatted(shape));
        }
        return array;
    }

    /** Replaces all entries, each by the nearest number of the matrix' precision; ND4J itself needs ten times as long. */
    void write(double[] entries) {
        entryType.write(entries, array().data());
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
    }

    /** Overwrites a row with another. */
    void copyRow(int from, int to) {
        entryType.copy(hostData(), from * columns(), to * columns(), columns());
        Nd4j.getAffinityManager().tagLocation(array, Location.HOST);
    }

    void free() {
        freed = true;
        array.close();
    }

    /** The entries in the host's memory, brought there from a device if need be. */
    private DataBuffer hostData() {
        Nd4j.getAffinityManager().ensureLocation(array(), Location.HOST);
        return array.data();
    }
}
