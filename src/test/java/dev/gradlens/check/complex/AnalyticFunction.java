package dev.gradlens.check.complex;

import java.util.Locale;

/** The functions under test; their lower-case names are those of the tables of reference values. */
enum AnalyticFunction {
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    SQRT,
    TANH,
    SIGMOID,
    SOFTPLUS,
    ERF,
    ERFC;

    static AnalyticFunction named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    Complex at(double re, double im) {
        return at(new Complex(re, im));
    }

    Complex at(Complex z) {
        return switch (this) {
            case EXP -> z.exp();
            case EXPM1 -> z.expm1();
            case LOG -> z.log();
            case LOG1P -> z.log1p();
            case SQRT -> z.sqrt();
            case TANH -> z.tanh();
            case SIGMOID -> z.sigmoid();
            case SOFTPLUS -> z.softplus();
            case ERF -> z.erf();
            case ERFC -> z.erfc();
        };
    }
}
