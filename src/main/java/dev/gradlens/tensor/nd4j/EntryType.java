package dev.gradlens.tensor.nd4j;

import dev.gradlens.tensor.Precision;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;

/** How the entries of a precision lie in ND4J's memory. */
interface EntryType {
    static EntryType of(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> new Float64Entries();
            case FLOAT32 -> new Float32Entries();
        };
    }

    /** What ND4J calls it. */
    DataType dataType();

    /** Copies all entries out. */
    void read(DataBuffer from, double[] to);

    /** Copies all entries in, each as the nearest number of the precision. */
    void write(double[] from, DataBuffer to);

    /** Copies some entries within a buffer. */
    void copy(DataBuffer data, int from, int to, int length);
}
