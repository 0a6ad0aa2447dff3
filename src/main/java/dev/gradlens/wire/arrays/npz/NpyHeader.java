package dev.gradlens.wire.arrays.npz;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.arrays.ArrayRefusedException;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NumbersReader;
import dev.gradlens.wire.arrays.Shape;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code .npy} says of its array.
 *
 * @param shape its lengths
 * @param numbers how the numbers are read
 */
record NpyHeader(Shape shape, NumbersReader numbers) {
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
    private static final Map<String, Datatype> DATATYPES = Map.ofEntries(
            Map.entry("f2", Datatype.F16),
            Map.entry("f4", Datatype.F32),
            Map.entry("f8", Datatype.F64),
            Map.entry("i1", Datatype.I8),
            Map.entry("i2", Datatype.I16),
            Map.entry("i4", Datatype.I32),
            Map.entry("i8", Datatype.I64),
            Map.entry("u1", Datatype.U8),
            Map.entry("u2", Datatype.U16),
            Map.entry("u4", Datatype.U32),
            Map.entry("u8", Datatype.U64),
            Map.entry("b1", Datatype.BOOL));

    /** Reads a dictionary such as {@code {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }}. */
    static NpyHeader parse(String text) {
        Map<String, Literal> header = new LiteralParser(text).dictionary();
        if (header.containsValue(new Literal.Structure())) {
            throw new ArrayRefusedException(
                    "has a structured datatype, which is refused; give an array for each field");
        }
        if (!header.keySet().equals(KEYS)) {
            throw new ArrayRefusedException("has a header that does not hold descr, fortran_order and shape alone");
        }
        NumbersReader numbers = numbers(header.get("descr"), isFortran(header.get("fortran_order")));
        return new NpyHeader(shape(header.get("shape")), numbers);
    }

    private static boolean isFortran(@Nullable Literal order) {
        if (order instanceof Literal.Truth(boolean value)) {
            return value;
        }
        throw new ArrayRefusedException("has a fortran_order that is neither True nor False");
    }

    private static Shape shape(@Nullable Literal shape) {
        if (shape instanceof Literal.Tuple(List<Long> lengths)) {
            return new Shape(lengths);
        }
        throw new ArrayRefusedException("has a shape that is no tuple of integers");
    }

    private static NumbersReader numbers(@Nullable Literal descr, boolean fortran) {
        if (descr instanceof Literal.Text(String name)) {
            return numbers(name, fortran);
        }
        throw new ArrayRefusedException("has a descr that is no string");
    }

    private static NumbersReader numbers(String descr, boolean fortran) {
        if (descr.length() >= 2 && descr.charAt(1) == 'O') {
            throw new ArrayRefusedException("has objects of Python: pickled objects are refused");
        }
        Datatype datatype = descr.isEmpty() ? null : DATATYPES.get(descr.substring(1));
        ByteOrder order = datatype == null ? null : order(descr.charAt(0), datatype);
        if (datatype == null || order == null) {
            throw new ArrayRefusedException(
                    "has the datatype " + Echo.of(descr) + ", which is not read; those of f2, f4,"
                            + " f8, i1, i2, i4, i8, u1, u2, u4, u8 and b1 are, with < or > for the order of the bytes");
        }
        return new NumbersReader(datatype, order, fortran);
    }

    private static @Nullable ByteOrder order(char sign, Datatype datatype) {
        return switch (sign) {
            case '<' -> ByteOrder.LITTLE_ENDIAN;
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '|' -> datatype.width() == 1 ? ByteOrder.BIG_ENDIAN : null;
            default -> null;
        };
    }
}
