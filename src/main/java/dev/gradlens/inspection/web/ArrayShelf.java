package dev.gradlens.inspection.web;

import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.tensors.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the tensors that are shown out of the document, as arrays named {@code dW2}. Summaries are no tensors, and stay.
 *
 * @param choice which tensors are shown, and how
 * @param arrays those that were taken out so far
 */
record ArrayShelf(TensorChoice choice, List<NamedArray> arrays) implements Destination {
    ArrayShelf(TensorChoice choice) {
        this(choice, new ArrayList<>());
    }

    @Override
    public @Nullable Tensor place(@Nullable Integer layer, String name, Tensor tensor) {
        Tensor shown = choice.place(layer, name, tensor);
        if (shown == null || choice.format() == TensorFormat.SUMMARY) {
            return shown;
        }
        arrays.add(array(Names.inFile(name) + (layer == null ? "" : layer), tensor));
        return null;
    }

    private static NamedArray array(String name, Tensor tensor) {
        Shape shape = Shape.of(IntStream.of(tensor.shape()).asLongStream().toArray());
        return new NamedArray(name, shape, tensor.isSingle() ? Datatype.F32 : Datatype.F64, tensor.entries());
    }
}
