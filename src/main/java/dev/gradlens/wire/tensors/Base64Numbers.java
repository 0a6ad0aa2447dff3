package dev.gradlens.wire.tensors;

import dev.gradlens.wire.bind.Place;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of a flat tensor that are bytes in base64, little-endian. */
final class Base64Numbers {
    /** Characters decoded at a time: 6,144 bytes, in which numbers of any type lie whole. */
    private static final int CHUNK = 8192;

    private final Datatype datatype;
    private final NonFinite nonFinite;
    private final Place tensor;

    private Base64Numbers(Datatype datatype, NonFinite nonFinite, Place tensor) {
        this.datatype = datatype;
        this.nonFinite = nonFinite;
        this.tensor = tensor;
    }

    /**
     * The numbers, not finite where one is not or is no double, which has been said unless such are taken; null where they
     * are not as many as the shape has, or cannot be read.
     */
    static double @Nullable [] read(
            String text, @Nullable Datatype datatype, @Nullable FlatShape shape, NonFinite nonFinite, Place tensor) {
        Place place = tensor.member(FlatForm.BASE64);
        if (!Base64Text.isSound(text, place) || datatype == null) {
            return null;
        }
        int bytes = Base64Text.bytes(text);
        return fits(bytes, datatype, shape, place)
                ? new Base64Numbers(datatype, nonFinite, tensor).decoded(text, bytes)
                : null;
    }

    private static boolean fits(int bytes, Datatype datatype, @Nullable FlatShape shape, Place place) {
        if (shape == null) {
            if (bytes % datatype.bytes() != 0) {
                place.fault(
                        "holds %d bytes, but %s has %d for each number".formatted(bytes, datatype, datatype.bytes()));
            }
            return bytes % datatype.bytes() == 0;
        }
        BigInteger needed = shape.size().multiply(BigInteger.valueOf(datatype.bytes()));
        boolean fits = needed.equals(BigInteger.valueOf(bytes));
        if (!fits) {
            place.fault(
                    "holds %d bytes, but shape %s of %s needs %d".formatted(bytes, shape.inWords(), datatype, needed));
        }
        return fits;
    }

    private double[] decoded(String text, int bytes) {
        double[] values = new double[bytes / datatype.bytes()];
        int filled = 0;
        for (int start = 0; start < text.length(); start += CHUNK) {
            String part = text.substring(start, Math.min(start + CHUNK, text.length()));
            ByteBuffer chunk = ByteBuffer.wrap(Base64.getDecoder().decode(part)).order(ByteOrder.LITTLE_ENDIAN);
            while (chunk.hasRemaining()) {
                values[filled] = next(chunk, filled);
                filled++;
            }
        }
        return values;
    }

    private double next(ByteBuffer bytes, int entry) {
        return switch (datatype) {
            case FP64 -> finite(bytes.getDouble(), entry);
            case FP32 -> finite(bytes.getFloat(), entry);
            case INT64 -> exact(bytes.getLong(), entry);
        };
    }

    private double finite(double value, int entry) {
        if (!Double.isFinite(value) && nonFinite == NonFinite.REFUSED) {
            Form.BASE64.fault(tensor, 1, entry, "must be a finite number, got '" + value + "'");
        }
        return value;
    }

    /** The largest long is the one that is cut back to itself although the double next to it is another number. */
    private double exact(long sent, int entry) {
        double value = (double) sent;
        if (sent != Long.MAX_VALUE && (long) value == sent) {
            return value;
        }
        Form.BASE64.fault(tensor, 1, entry, Datatype.NO_DOUBLE + value);
        return Double.NaN;
    }
}
