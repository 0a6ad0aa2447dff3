package dev.gradlens.tensor.blas;

/**
 * How a product of m×k and k×n is split: into blocks of whole rows and columns of the result, each of about the same work.
 *
 * @param m rows of the product
 * @param n its columns
 * @param rowParts blocks one below the other
 * @param columnParts blocks beside one another
 */
record Split(int m, int n, int rowParts, int columnParts) {
    /**
     * Multiplications and additions of a part, some 7 ms on one core: the garbage collector waits no longer than that, and a
     * computation that is to stop goes on no longer. Parts of a quarter of it cost a tenth more in all, since each packs its
     * own share of both factors anew.
     */
    private static final double WORK = 1.1e9;

    /** A side that is cut shorter than this leaves BLAS too little to reuse: it packs the other factor for each part. */
    private static final int SHORTEST = 128;

    static Split of(int m, int n, int k) {
        int wanted = (int) Math.ceil(2.0 * m * n * k / WORK);
        int rows = 1;
        int columns = 1;
        while (rows * columns < wanted && Math.max(m / rows, n / columns) >= 2 * SHORTEST) {
            if (m / rows > n / columns) {
                rows++;
            } else {
                columns++;
            }
        }
        return new Split(m, n, rows, columns);
    }

    int parts() {
        return rowParts * columnParts;
    }

    /** The first row of a part. */
    int row(int part) {
        return start(m, rowParts, part / columnParts);
    }

    /** The first column of a part. */
    int column(int part) {
        return start(n, columnParts, part % columnParts);
    }

    int rows(int part) {
        return start(m, rowParts, part / columnParts + 1) - row(part);
    }

    int columns(int part) {
        return start(n, columnParts, part % columnParts + 1) - column(part);
    }

    private static int start(int length, int parts, int part) {
        return (int) ((long) length * part / parts);
    }
}
