package dev.gradlens.check.oracle;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.HalfMeanSquaredError;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.network.loss.MeanSquaredError;
import dev.gradlens.network.loss.SigmoidBinaryCrossEntropy;
import dev.gradlens.network.loss.SoftmaxCrossEntropy;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Values;

/** The losses as functions of complex numbers; terms with Y = 0 are not there. */
final class ComplexLosses {
    private ComplexLosses() {}

    /** J, without weight decay, from the last layer's argument and output. */
    static Complex cost(Loss loss, ComplexMatrix argument, ComplexMatrix a, Values y) {
        return switch (loss) {
            case CrossEntropy() -> mean(y, (i, j) -> crossEntropyOfLogits(argument, i, j, y.at(i, j)));
            case BinaryCrossEntropy() -> mean(y, (i, j) -> term(loss, argument.at(i, j), y.at(i, j)));
            case SoftmaxCrossEntropy(),
                    SigmoidBinaryCrossEntropy(),
                    MeanSquaredError(),
                    HalfMeanSquaredError(),
                    Upstream() -> costOfOutput(loss, argument, a, y);
        };
    }

    /**
     * J, without weight decay, from the last layer's output alone, which may have moved without its argument.
     *
     * @param argument tells 1 − A to all its digits where A is a sigmoid
     */
    static Complex costOfOutput(Loss loss, ComplexMatrix argument, ComplexMatrix a, Values y) {
        return switch (loss) {
            case CrossEntropy() -> mean(y, (i, j) -> weighted(-y.at(i, j), () -> a.at(i, j).log()));
            case BinaryCrossEntropy() -> mean(y, (i, j) -> binary(argument.at(i, j), a.at(i, j), y.at(i, j)));
            case SoftmaxCrossEntropy() -> mean(y, (i, j) -> crossEntropyOfLogits(a, i, j, y.at(i, j)));
            case SigmoidBinaryCrossEntropy(), MeanSquaredError(), HalfMeanSquaredError() ->
                mean(y, (i, j) -> term(loss, a.at(i, j), y.at(i, j)));
            case Upstream() -> total(y, (i, j) -> term(loss, a.at(i, j), y.at(i, j)));
        };
    }

    /** The terms of a loss that adds up one of each entry. */
    static ComplexMatrix terms(Loss loss, ComplexMatrix entries, Values y) {
        ComplexMatrix terms = ComplexMatrix.zeros(entries.rows(), entries.columns());
        for (int i = 0; i < terms.rows(); i++) {
            for (int j = 0; j < terms.columns(); j++) {
                terms.set(i, j, term(loss, entries.at(i, j), y.at(i, j)));
            }
        }
        return terms;
    }

    /** Of an entry of A, but of the last argument where a binary cross-entropy is one of probabilities. */
    private static Complex term(Loss loss, Complex entry, double y) {
        return switch (loss) {
            case BinaryCrossEntropy(), SigmoidBinaryCrossEntropy() -> binaryOfLogit(entry, y);
            case MeanSquaredError() -> square(entry.minus(Complex.of(y)));
            case HalfMeanSquaredError() -> square(entry.minus(Complex.of(y))).times(0.5);
            case Upstream() -> entry.times(y);
            case CrossEntropy(), SoftmaxCrossEntropy() ->
                throw new IllegalArgumentException("a softmax mixes the outputs: " + loss);
        };
    }

    private interface Term {
        Complex at(int i, int j);
    }

    private interface Factor {
        Complex value();
    }

    private static Complex mean(Values y, Term term) {
        return total(y, term).times(1.0 / y.rows());
    }

    private static Complex total(Values y, Term term) {
        Complex sum = Complex.of(0);
        for (int i = 0; i < y.rows(); i++) {
            for (int j = 0; j < y.columns(); j++) {
                sum = sum.plus(term.at(i, j));
            }
        }
        return sum;
    }

    private static Complex weighted(double weight, Factor factor) {
        return weight == 0 ? Complex.of(0) : factor.value().times(weight);
    }

    private static Complex square(Complex z) {
        return z.times(z);
    }

    /** −y·log σ(z) − (1 − y)·log σ(−z). */
    private static Complex binaryOfLogit(Complex z, double y) {
        return weighted(y, () -> z.negated().softplus()).plus(weighted(1 - y, z::softplus));
    }

    /** −y·log a − (1 − y)·log(1 − a), with 1 − a = σ(−z) less what a has moved. */
    private static Complex binary(Complex z, Complex a, double y) {
        Complex moved = a.minus(Complex.of(z.sigmoid().re()));
        Complex oneMinusA = Complex.of(z.negated().sigmoid().re()).minus(moved);
        return weighted(-y, a::log).plus(weighted(y - 1, oneMinusA::log));
    }

    /** y·(log Σ exp z − zⱼ), with the largest z taken out so that log1p sees the small rest to all its digits. */
    private static Complex crossEntropyOfLogits(ComplexMatrix z, int i, int j, double y) {
        return weighted(y, () -> {
            int largest = indexOfLargest(z, i);
            Complex rest = Complex.of(0);
            for (int k = 0; k < z.columns(); k++) {
                rest = k == largest
                        ? rest
                        : rest.plus(z.at(i, k).minus(z.at(i, largest)).exp());
            }
            return z.at(i, largest).minus(z.at(i, j)).plus(rest.log1p());
        });
    }

    static int indexOfLargest(ComplexMatrix z, int row) {
        int largest = 0;
        for (int k = 1; k < z.columns(); k++) {
            largest = z.re()[row * z.columns() + k] > z.re()[row * z.columns() + largest] ? k : largest;
        }
        return largest;
    }
}
