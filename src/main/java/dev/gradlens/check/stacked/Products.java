package dev.gradlens.check.stacked;

/** The product of what has moved with the weights of a layer. */
interface Products {

    /**
     * out = W·units, unit by unit.
     *
     * @param units by how much they have moved, those from {@code from} up to {@code to}; the others have not
     * @param w count×inputs, row by row
     * @param n numbers of a unit
     */
    void multiply(double[] w, int inputs, double[][] units, int from, int to, double[][] out, int count, int n);
}
