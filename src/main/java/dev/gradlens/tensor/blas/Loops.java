package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Elementary;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Shape;

/**
 * What has to be written once for each type of number: loops over arrays that lie row by row.
 *
 * <p>The JVM turns a loop into vector instructions where each turn looks at the same index of every array, and not where it
 * looks at two, since these might overlap. So a side of length 1 is repeated into an array of the full shape first, and a
 * row is copied into an array of its own before it is added to a sum.
 *
 * @param <A> the type of the arrays
 */
interface Loops<A> {
    Precision precision();

    /** What an entry of the matrices is held in. */
    Class<A> type();

    A zeros(int length);

    /** A copy, each as the nearest number of the precision. */
    A fromDoubles(double[] entries);

    /** A copy. */
    double[] toDoubles(A entries);

    /** x repeated along its sides of length 1, one of which at least is longer in the shape. */
    A repeated(A x, Shape of, Shape to);

    /** The columns×rows entries of the other side. */
    A transposed(A x, Shape of);

    /** x + y into z, which may be one of them, as in all that follow. */
    void add(A x, A y, A z);

    void subtract(A x, A y, A z);

    void multiply(A x, A y, A z);

    void divide(A x, A y, A z);

    void add(A x, double c, A z);

    void multiply(A x, double c, A z);

    void map(Elementary f, A x, A z);

    /** As {@link dev.gradlens.tensor.Kernels#selectPositive} chooses. */
    void selectPositive(A condition, A whenPositive, A otherwise, A z);

    /** Down the rows. */
    A sum(A x, Shape shape);

    /** Down the rows. */
    A mean(A x, Shape shape);

    /** Down the rows. */
    A max(A x, Shape shape);

    /** op(a)·op(b). */
    void product(A a, boolean transposeA, A b, boolean transposeB, A product, Shape shape, int terms);

    Rows<A> rows();
}
