package dev.gradlens.tensor.reference;

import dev.gradlens.tensor.Elementary;
import java.util.function.DoubleUnaryOperator;

/** The elementary functions, by {@link StrictMath} where it has them: the same bits on every machine. */
final class RealFunctions {
    private RealFunctions() {}

    static DoubleUnaryOperator of(Elementary f) {
        return switch (f) {
            case ABS -> Math::abs;
            case EXP -> StrictMath::exp;
            case EXPM1 -> StrictMath::expm1;
            case LOG -> StrictMath::log;
            case LOG1P -> StrictMath::log1p;
            case SQRT -> StrictMath::sqrt;
            case TANH -> StrictMath::tanh;
            case SIGMOID -> RealFunctions::sigmoid;
            case ERFC -> ErrorFunction::erfc;
        };
    }

    /** exp(−x) overflows below −709; there exp(x) is the same number as its quotient by 1 + exp(x). */
    private static double sigmoid(double x) {
        if (x < 0) {
            double small = StrictMath.exp(x);
            return small / (1 + small);
        }
        return 1 / (1 + StrictMath.exp(-x));
    }
}
