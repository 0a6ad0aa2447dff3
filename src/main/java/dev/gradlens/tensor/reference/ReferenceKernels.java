package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernels of each precision share: they hold the matrices that they made.
 *
 * @param <M> the type of those matrices
 */
abstract class ReferenceKernels<M extends ReferenceMatrix<?>> implements Kernels {
    private final Class<M> kind;
    private final List<M> held = new ArrayList<>();

    ReferenceKernels(Class<M> kind) {
        this.kind = kind;
    }

    @Override
    public final void close() {
        held.forEach(ReferenceMatrix::free);
        held.clear();
    }

    final M hold(M matrix) {
        held.add(matrix);
        return matrix;
    }

    final M own(Matrix matrix) {
        if (kind.isInstance(matrix)) {
            return kind.cast(matrix);
        }
        throw new IllegalArgumentException("this %s matrix belongs to other kernels".formatted(matrix.shape()));
    }
}
