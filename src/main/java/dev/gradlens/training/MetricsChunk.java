package dev.gradlens.training;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * What was measured in some steps.
 *
 * @param names of the series
 * @param steps ascending
 * @param values one series after another, each with a number for each step; {@link #ABSENT} where there is none
 */
public record MetricsChunk(List<String> names, long[] steps, double[][] values) {
    /** Stands where a series has no number at a step; another NaN than those that computations make. */
    public static final double ABSENT = Double.longBitsToDouble(0x7ff8_0000_0000_ab5eL);

    private static final int FORMAT = 1;

    public MetricsChunk {
        names = List.copyOf(names);
    }

    /** Whether a number is {@link #ABSENT}. */
    public static boolean isAbsent(double value) {
        return Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(ABSENT);
    }

    public long firstStep() {
        return steps[0];
    }

    /** How many numbers. */
    public long size() {
        return (long) steps.length * (names.size() + 1);
    }

    public long lastStep() {
        return steps[steps.length - 1];
    }

    /** A compact form: names once, then column by column, of which like stands beside like, deflated. */
    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(bytes)))) {
            out.writeByte(FORMAT);
            out.writeInt(names.size());
            for (String name : names) {
                out.writeUTF(name);
            }
            out.writeInt(steps.length);
            for (long step : steps) {
                out.writeLong(step);
            }
            for (double[] series : values) {
                for (double value : series) {
                    out.writeLong(Double.doubleToRawLongBits(value));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Reads {@link #toBytes()}. */
    public static MetricsChunk of(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes))))) {
            if (in.readByte() != FORMAT) {
                throw new IllegalStateException("metrics of another version");
            }
            List<String> names = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                names.add(in.readUTF());
            }
            long[] steps = new long[in.readInt()];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = in.readLong();
            }
            double[][] values = new double[names.size()][steps.length];
            for (double[] series : values) {
                for (int i = 0; i < steps.length; i++) {
                    series[i] = Double.longBitsToDouble(in.readLong());
                }
            }
            return new MetricsChunk(names, steps, values);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
