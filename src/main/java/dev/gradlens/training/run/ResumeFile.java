package dev.gradlens.training.run;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next step depends on beside the parameters: what the optimizer remembers, and how long nothing got better. Numbers
 * are written in the precision of the training, so that none changes on its way.
 *
 * @param steps taken
 * @param memory of each learned parameter, one for each layer
 */
record ResumeFile(long steps, Patience patience, List<LayerParameters<List<Values>>> memory) {
    private static final int FORMAT = 1;
    private static final int ABSENT = -1;

    void write(OutputStream to, Precision precision) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeByte(FORMAT);
        out.writeByte(precision.bytes());
        out.writeLong(steps);
        out.writeDouble(patience.best());
        out.writeInt(patience.epochs());
        out.writeInt(memory.size());
        for (LayerParameters<List<Values>> layer : memory) {
            write(layer.w(), out, precision);
            write(layer.b(), out, precision);
            write(layer.gamma(), out, precision);
            write(layer.beta(), out, precision);
        }
        out.flush();
    }

    private static void write(@Nullable List<Values> tensors, DataOutputStream out, Precision precision)
            throws IOException {
        out.writeInt(tensors == null ? ABSENT : tensors.size());
        for (Values tensor : tensors == null ? List.<Values>of() : tensors) {
            out.writeInt(tensor.rows());
            out.writeInt(tensor.columns());
            out.write(bytes(tensor.rowMajor(), precision));
        }
    }

    private static byte[] bytes(double[] numbers, Precision precision) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, precision.bytes()));
        for (double number : numbers) {
            switch (precision) {
                case FLOAT64 -> bytes.putDouble(number);
                case FLOAT32 -> bytes.putFloat((float) number);
            }
        }
        return bytes.array();
    }

    static ResumeFile read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readByte() != FORMAT) {
            throw new IOException("a checkpoint of another version");
        }
        int width = in.readByte();
        long steps = in.readLong();
        Patience patience = new Patience(in.readDouble(), in.readInt());
        List<LayerParameters<List<Values>>> memory = new ArrayList<>();
        for (int layers = in.readInt(); layers > 0; layers--) {
            memory.add(new LayerParameters<>(
                    tensors(in, width), tensors(in, width), tensors(in, width), tensors(in, width), null, null));
        }
        return new ResumeFile(steps, patience, memory);
    }

    private static @Nullable List<Values> tensors(DataInputStream in, int width) throws IOException {
        int count = in.readInt();
        List<Values> tensors = new ArrayList<>();
        for (int left = count; left > 0; left--) {
            int rows = in.readInt();
            int columns = in.readInt();
            ByteBuffer bytes = ByteBuffer.wrap(in.readNBytes(rows * columns * width));
            double[] numbers = new double[rows * columns];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = width == Float.BYTES ? bytes.getFloat() : bytes.getDouble();
            }
            tensors.add(new Values(rows, columns, numbers));
        }
        return count == ABSENT ? null : tensors;
    }
}
