package dev.gradlens.tensor.nd4j;

import java.nio.DoubleBuffer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/** Doubles. */
record Float64Entries() implements EntryType {
    @Override
    public DataType dataType() {
        return DataType.DOUBLE;
    }

    @Override
    public void read(DataBuffer from, double[] to) {
        from.asNioDouble().get(to);
    }

    @Override
    public void write(double[] from, DataBuffer to) {
        to.asNioDouble().put(from);
    }

    @Override
    public void copy(DataBuffer data, int from, int to, int length) {
        DoubleBuffer entries = data.asNioDouble();
        entries.put(to, entries, from, length);
    }
}
