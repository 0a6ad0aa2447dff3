package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Elementary;
import java.util.function.DoubleUnaryOperator;

/** The elementary functions, by {@link Math}, whose exp, log and tanh the JVM computes by code of its own. */
final class RealFunctions {
    private RealFunctions() {}

    static DoubleUnaryOperator of(Elementary f) {
        return switch (f) {
            case ABS -> Math::abs;
            case EXP -> Math::exp;
            case EXPM1 -> Math::expm1;
            case LOG -> Math::log;
            case LOG1P -> Math::log1p;
            case SQRT -> Math::sqrt;
            case TANH -> Math::tanh;
            case SIGMOID -> RealFunctions::sigmoid;
            case ERFC -> ErrorFunction::erfc;
        };
    }

    /** exp(−x) overflows below −709; exp(x) / (1 + exp(x)) does not. */
    private static double sigmoid(double x) {
        double small = Math.exp(-Math.abs(x));
        return (x < 0 ? small : 1) / (1 + small);
    }
}
