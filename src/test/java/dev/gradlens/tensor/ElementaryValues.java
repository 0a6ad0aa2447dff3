package dev.gradlens.tensor;

import static dev.gradlens.tensor.Elementary.ERFC;
import static dev.gradlens.tensor.Elementary.EXP;
import static dev.gradlens.tensor.Elementary.EXPM1;
import static dev.gradlens.tensor.Elementary.LOG;
import static dev.gradlens.tensor.Elementary.LOG1P;
import static dev.gradlens.tensor.Elementary.SIGMOID;
import static dev.gradlens.tensor.Elementary.SQRT;
import static dev.gradlens.tensor.Elementary.TANH;

import java.util.List;

/** Values of the elementary functions to the last bit of a double, computed by mpmath 1.2.1 with 2000 bits. */
final class ElementaryValues {
    private static final List<Known> DOUBLES = List.of(
            at(EXP, 0.0, 1.0),
            at(EXP, 1.0, 2.718281828459045),
            at(EXP, -1.0, 0.36787944117144233),
            at(EXP, 0.5, 1.6487212707001282),
            at(EXP, 1e-10, 1.0000000001),
            at(EXP, 10.0, 22026.465794806718),
            at(EXP, -10.0, 4.5399929762484854e-5),
            at(EXP, 100.0, 2.6881171418161356e+43),
            at(EXP, -100.0, 3.720075976020836e-44),
            at(EXP, 700.0, 1.0142320547350045e+304),
            at(EXP, -700.0, 9.85967654375977e-305),
            at(EXP, 709.7, 1.6549840276802644e+308),
            at(EXP, -740.0, 4.2e-322),
            at(EXPM1, 1e-300, 1e-300),
            at(EXPM1, 1e-20, 1e-20),
            at(EXPM1, -1e-20, -1e-20),
            at(EXPM1, 1e-10, 1.00000000005e-10),
            at(EXPM1, -1e-10, -9.999999999500001e-11),
            at(EXPM1, 1e-5, 1.0000050000166668e-05),
            at(EXPM1, 0.1, 0.10517091807564763),
            at(EXPM1, -0.1, -0.09516258196404043),
            at(EXPM1, 0.5, 0.6487212707001282),
            at(EXPM1, 1.0, 1.7182818284590453),
            at(EXPM1, -1.0, -0.6321205588285577),
            at(EXPM1, 50.0, 5.184705528587072e+21),
            at(EXPM1, -50.0, -1.0),
            at(EXPM1, 700.0, 1.0142320547350045e+304),
            at(LOG, Double.MIN_VALUE, -744.4400719213812),
            at(LOG, 1e-308, -709.1962086421661),
            at(LOG, 0.1, -2.3025850929940455),
            at(LOG, 0.5, -0.6931471805599453),
            at(LOG, 0.999999999, -9.999999722180686e-10),
            at(LOG, 1.0, 0.0),
            at(LOG, 1.0000001, 9.999999505838704e-8),
            at(LOG, 2.0, 0.6931471805599453),
            at(LOG, 10.0, 2.302585092994046),
            at(LOG, 1e+308, 709.1962086421661),
            at(LOG1P, 1e-300, 1e-300),
            at(LOG1P, 1e-20, 1e-20),
            at(LOG1P, -1e-20, -1e-20),
            at(LOG1P, 1e-10, 9.999999999500001e-11),
            at(LOG1P, -1e-10, -1.00000000005e-10),
            at(LOG1P, 1e-5, 9.999950000333332e-06),
            at(LOG1P, 0.5, 0.4054651081081644),
            at(LOG1P, -0.5, -0.6931471805599453),
            at(LOG1P, -0.9999999999, -23.02585084720009),
            at(LOG1P, 1.0, 0.6931471805599453),
            at(LOG1P, 10.0, 2.3978952727983707),
            at(LOG1P, 1e+308, 709.1962086421661),
            at(SQRT, 0.0, 0.0),
            at(SQRT, 2.0, 1.4142135623730951),
            at(SQRT, 0.1, 0.31622776601683794),
            at(SQRT, 1e+308, 1e+154),
            at(SQRT, 1e-300, 1e-150),
            at(SQRT, Double.MIN_VALUE, 2.2227587494850775e-162),
            at(TANH, 0.0, 0.0),
            at(TANH, 1e-300, 1e-300),
            at(TANH, -1e-300, -1e-300),
            at(TANH, 1e-10, 1e-10),
            at(TANH, 1e-5, 9.999999999666668e-06),
            at(TANH, 0.1, 0.09966799462495582),
            at(TANH, -0.1, -0.09966799462495582),
            at(TANH, 0.5, 0.46211715726000974),
            at(TANH, 1.0, 0.7615941559557649),
            at(TANH, -1.0, -0.7615941559557649),
            at(TANH, 3.0, 0.9950547536867305),
            at(TANH, 10.0, 0.9999999958776927),
            at(TANH, 20.0, 1.0),
            at(TANH, -30.0, -1.0),
            at(SIGMOID, 0.0, 0.5),
            at(SIGMOID, 1.0, 0.7310585786300049),
            at(SIGMOID, -1.0, 0.2689414213699951),
            at(SIGMOID, 10.0, 0.9999546021312976),
            at(SIGMOID, -10.0, 4.5397868702434395e-5),
            at(SIGMOID, 36.0, 0.9999999999999998),
            at(SIGMOID, -36.0, 2.3195228302435686e-16),
            at(SIGMOID, 40.0, 1.0),
            at(SIGMOID, -100.0, 3.720075976020836e-44),
            at(SIGMOID, -700.0, 9.85967654375977e-305),
            at(SIGMOID, -720.0, 2.0322308024e-313),
            at(SIGMOID, -740.0, 4.2e-322),
            at(SIGMOID, 100.0, 1.0),
            at(ERFC, 0.0, 1.0),
            at(ERFC, 1e-20, 1.0),
            at(ERFC, 0.1, 0.887537083981715),
            at(ERFC, -0.1, 1.1124629160182848),
            at(ERFC, 0.3, 0.6713732405408726),
            at(ERFC, -0.3, 1.3286267594591274),
            at(ERFC, 0.5, 0.4795001221869535),
            at(ERFC, -0.5, 1.5204998778130465),
            at(ERFC, 0.75, 0.28884436634648486),
            at(ERFC, 1.0, 0.15729920705028513),
            at(ERFC, -1.0, 1.8427007929497148),
            at(ERFC, 1.25, 0.07709987174354177),
            at(ERFC, 1.5, 0.033894853524689274),
            at(ERFC, 2.0, 0.004677734981047266),
            at(ERFC, 2.5, 0.0004069520174449589),
            at(ERFC, 3.0, 2.209049699858544e-5),
            at(ERFC, -3.0, 1.9999779095030015),
            at(ERFC, 4.0, 1.541725790028002e-8),
            at(ERFC, 5.0, 1.537459794428035e-12),
            at(ERFC, 6.0, 2.1519736712498913e-17),
            at(ERFC, -6.0, 2.0),
            at(ERFC, 8.0, 1.1224297172982926e-29),
            at(ERFC, 10.0, 2.088487583762545e-45),
            at(ERFC, 15.0, 7.212994172451207e-100),
            at(ERFC, 20.0, 5.395865611607901e-176),
            at(ERFC, 25.0, 8.300172571196523e-274),
            at(ERFC, 26.0, 5.663192408856143e-296),
            at(ERFC, 26.5, 2.2109076642637343e-307));

    private ElementaryValues() {}

    /** The value of a function at a number. */
    record Known(Elementary f, double x, double value) {}

    /** The values of a function that are known in a precision. */
    static List<Known> of(Elementary f, Precision precision) {
        List<Known> all = switch (precision) {
            case FLOAT64 -> DOUBLES;
            case FLOAT32 -> ElementaryFloats.ALL;
        };
        return all.stream().filter(known -> known.f() == f).toList();
    }

    private static Known at(Elementary f, double x, double value) {
        return new Known(f, x, value);
    }
}
