package dev.gradlens.tensor.blas;

/**
 * What {@link EqualRows} asks of pieces of an array; two are equal if their bits are, or both are NaN.
 *
 * @param <A> the type of the array
 */
interface Rows<A> {
    /** Of the entries from one to before another, in steps; equal for equal ones. */
    int hash(A entries, int from, int until, int step);

    int compare(A entries, int from, int other, int length);

    void copy(A entries, int from, int to, int length);
}
