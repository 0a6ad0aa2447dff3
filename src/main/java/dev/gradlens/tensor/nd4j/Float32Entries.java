package dev.gradlens.tensor.nd4j;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/** Floats. */
record Float32Entries() implements EntryType {
    @Override
    public DataType dataType() {
        return DataType.FLOAT;
    }

    @Override
    public void read(DataBuffer from, double[] to) {
        FloatBuffer entries = from.asNioFloat();
        for (int at = 0; at < to.length; at++) {
            to[at] = entries.get(at);
        }
    }

    @Override
    public void write(double[] from, DataBuffer to) {
        FloatBuffer entries = to.asNioFloat();
        for (int at = 0; at < from.length; at++) {
            entries.put(at, (float) from[at]);
        }
    }

    @Override
    public void copy(DataBuffer data, int from, int to, int length) {
        FloatBuffer entries = data.asNioFloat();
        entries.put(to, entries, from, length);
    }
}
