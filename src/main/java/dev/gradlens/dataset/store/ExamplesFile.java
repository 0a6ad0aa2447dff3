package dev.gradlens.dataset.store;

import dev.gradlens.dataset.Examples;
import dev.gradlens.dataset.Targets;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Faults;
import dev.gradlens.wire.UnavailableException;
import dev.gradlens.wire.arrays.ArrayLimits;
import dev.gradlens.wire.arrays.ArrayMemory;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.arrays.safetensors.SafetensorsFormat;
import dev.gradlens.wire.bind.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/** Examples as a file: safetensors with X, and labels or Y. The same examples give the same bytes. */
final class ExamplesFile {
    private static final String X = "X";
    private static final String LABELS = "labels";
    private static final String Y = "Y";
    private static final String NOTHING_MORE = "{}";

    /** A file of our own is read whatever its size. */
    private static final ArrayLimits ANY =
            new ArrayLimits(2, DataSize.ofGigabytes(16), DataSize.ofGigabytes(32), DataSize.ofMegabytes(1), 1);

    private static final Duration LATER = Duration.ofMinutes(1);

    private ExamplesFile() {}

    static void write(Examples examples, OutputStream to) throws IOException {
        List<NamedArray> arrays = new ArrayList<>();
        arrays.add(matrix(X, examples.x()));
        switch (examples.targets()) {
            case Targets.Classes(int[] labels) -> arrays.add(vector(labels));
            case Targets.Numbers(Values y) -> arrays.add(matrix(Y, y));
            case Targets.None _ -> {}
        }
        new SafetensorsFormat().write(arrays, NOTHING_MORE, to);
    }

    private static NamedArray matrix(String name, Values values) {
        return new NamedArray(name, Shape.of(values.rows(), values.columns()), Datatype.F64, values.rowMajor());
    }

    private static NamedArray vector(int[] labels) {
        double[] numbers = Arrays.stream(labels).asDoubleStream().toArray();
        return new NamedArray(LABELS, Shape.of(labels.length), Datatype.I64, numbers);
    }

    /** @throws UnavailableException if it is no such file: it was damaged on the disk */
    static Examples read(byte[] file) {
        Faults faults = new Faults();
        Map<String, NamedArray> arrays = new SafetensorsFormat()
                .read(file, new ArrayMemory(ANY, _ -> {}), Place.root(faults)).stream()
                        .collect(Collectors.toMap(NamedArray::name, Function.identity()));
        NamedArray x = arrays.get(X);
        if (!faults.isEmpty() || x == null) {
            throw new UnavailableException("A file that is needed is damaged.", LATER);
        }
        return new Examples(values(x), targets(arrays));
    }

    private static Targets targets(Map<String, NamedArray> arrays) {
        NamedArray labels = arrays.get(LABELS);
        if (labels != null) {
            return new Targets.Classes(Arrays.stream(labels.values())
                    .mapToInt(label -> (int) label)
                    .toArray());
        }
        NamedArray y = arrays.get(Y);
        return y == null ? new Targets.None() : new Targets.Numbers(values(y));
    }

    private static Values values(NamedArray array) {
        return new Values((int) array.shape().length(0), (int) array.shape().length(1), array.values());
    }
}
