package dev.gradlens.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

interface LifecycleContract extends KernelsContract {
    @Test
    default void copiesNumbersInAndOut() {
        double[] entries = {1, 2, 3, 4, 5, 6};
        Matrix a = kernels().matrix(2, 3, entries);

        entries[0] = 9;
        a.toArray()[1] = 9;

        assertThat(a.shape()).isEqualTo("2×3");
        assertThat(a.toArray()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    default void roundsWhatIsCopiedInAndEveryConstant() {
        double tenth = rounded(0.1);

        assertThat(row(0.1, -0.1).toArray()).containsExactly(tenth, -tenth);
        assertThat(kernels().constant(0.1).scalar()).isEqualTo(tenth);
        assertThat(kernels().add(row(0), 0.1).scalar()).isEqualTo(tenth);
        assertThat(kernels().multiply(row(1), 0.1).scalar()).isEqualTo(tenth);
    }

    @Test
    default void leavesItsArgumentsAsTheyAre() {
        Matrix a = row(1, -2);
        Matrix b = row(3, 4);

        kernels().add(a, b);
        kernels().multiply(a, 2);
        kernels().map(Elementary.TANH, a);
        kernels().selectPositive(a, b, b);
        kernels().mean(a, Axis.COLUMNS);

        assertThat(a.toArray()).containsExactly(1, -2);
        assertThat(b.toArray()).containsExactly(3, 4);
    }

    @Test
    default void refusesNumbersThatDoNotFillTheShape() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().matrix(3, 4, new double[11]))
                .withMessage("a 3×4 matrix holds 12 numbers, not 11");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().matrix(1 << 16, 1 << 16, new double[0]))
                .withMessage("a 65536×65536 matrix holds 4294967296 numbers, not 0");
    }

    @Test
    default void refusesAMatrixWithoutRowsOrColumns() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().matrix(0, 4, new double[0]))
                .withMessage("a matrix has at least one row and one column, not 0×4");
    }

    @Test
    default void givesTheOnlyEntryAsAScalarAndNoOther() {
        assertThat(row(7).scalar()).isEqualTo(7);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row(7, 8).scalar())
                .withMessage("a scalar is 1×1, not 1×2");
    }

    @Test
    default void refusesAMatrixOfClosedKernels() {
        Matrix a = row(1, 2);
        Matrix sum = kernels().add(a, a);

        kernels().close();

        String message = "the kernels that held this 1×2 matrix are closed";
        assertThatIllegalStateException().isThrownBy(sum::toArray).withMessage(message);
        assertThatIllegalStateException().isThrownBy(() -> kernels().add(a, 1)).withMessage(message);
    }

    @Test
    default void refusesAMatrixOfOtherKernels() {
        Matrix foreign = new ForeignMatrix();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kernels().add(foreign, row(1)))
                .withMessage("this 1×1 matrix belongs to other kernels");
    }

    @Test
    default void closesTwiceAndTakesNoHarm() {
        row(1);

        kernels().close();
        kernels().close();

        assertThat(row(2).scalar()).isEqualTo(2);
    }

    /** A matrix that no kernels made. */
    record ForeignMatrix() implements Matrix {
        @Override
        public int rows() {
            return 1;
        }

        @Override
        public int columns() {
            return 1;
        }

        @Override
        public double[] toArray() {
            return new double[1];
        }
    }
}
