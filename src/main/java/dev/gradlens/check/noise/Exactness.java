package dev.gradlens.check.noise;

import dev.gradlens.tensor.Axis;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;

/** Tells results that rounding has not touched: 1·x, x + 0, x − x and many more. */
final class Exactness {
    private Exactness() {}

    /** Whether result = left ∘ right without rounding. */
    interface Operation {
        boolean isExact(double left, double right, double result);

        Operation SUM = (left, right, result) -> remainder(left, right, result) == 0;
        Operation DIFFERENCE = (left, right, result) -> remainder(left, -right, result) == 0;
        Operation PRODUCT = (left, right, result) -> Math.fma(left, right, -result) == 0;
        Operation QUOTIENT = (left, right, result) -> Math.fma(result, right, -left) == 0;
    }

    /** What rounding took from left + right: Knuth, "The Art of Computer Programming", volume 2, section 4.2.2, theorem B. */
    private static double remainder(double left, double right, double sum) {
        double rightPart = sum - left;
        double leftPart = sum - rightPart;
        return (left - leftPart) + (right - rightPart);
    }

    /** For each entry of a result whether it is exact; a side of length 1 is repeated. */
    static boolean[] of(Operation operation, Values left, Values right, Values result) {
        boolean[] exact = new boolean[result.size()];
        for (int i = 0; i < result.rows(); i++) {
            for (int j = 0; j < result.columns(); j++) {
                exact[i * result.columns() + j] =
                        operation.isExact(repeated(left, i, j), repeated(right, i, j), result.at(i, j));
            }
        }
        return exact;
    }

    private static double repeated(Values values, int i, int j) {
        return values.at(values.rows() == 1 ? 0 : i, values.columns() == 1 ? 0 : j);
    }

    /** For each sum along an axis whether no partial sum was rounded. */
    static boolean[] ofSum(Matrix terms, Axis axis) {
        Values values = axis == Axis.ROWS ? terms.values().transposed() : terms.values();
        boolean[] exact = new boolean[values.rows()];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = isExactSum(values, i);
        }
        return exact;
    }

    private static boolean isExactSum(Values values, int row) {
        double sum = 0;
        boolean exact = true;
        for (int j = 0; j < values.columns(); j++) {
            double term = values.at(row, j);
            exact &= remainder(sum, term, sum + term) == 0;
            sum += term;
        }
        return exact;
    }
}
