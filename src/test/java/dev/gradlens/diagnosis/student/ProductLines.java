package dev.gradlens.diagnosis.student;

import static dev.gradlens.diagnosis.Mistake.W01;
import static dev.gradlens.diagnosis.Mistake.W02;
import static dev.gradlens.diagnosis.Mistake.W03;
import static dev.gradlens.diagnosis.Mistake.W04;
import static dev.gradlens.diagnosis.Mistake.W05;
import static dev.gradlens.diagnosis.Mistake.W06;
import static dev.gradlens.diagnosis.Mistake.W07;
import static dev.gradlens.diagnosis.Mistake.W08;
import static dev.gradlens.diagnosis.Mistake.W09;

/**
 * dW, db and dA of the layer before. Where a factor is wrong (W03 to W06), reading 0 leaves the weight decay as it is, 1
 * takes it along, and 2 is that of db.
 */
final class ProductLines {
    private ProductLines() {}

    /** Those of W06, three readings each. */
    static final double[] CONSTANTS = {0.5, -1, 3};

    static final Lines D_W = Lines.right(x -> decayed(x, dW(x)))
            .wrong(W01, 0, x -> decayed(x, dW(x, x.dZTilda(), x.aPrevious())))
            .wrongInAnyReading(W02, x -> decayed(x, dW(x, x.dZ(), x.network().input(x.reading(W02)))))
            .wrong(W03, 0, x -> decayed(x, dW(x).over(x.examples())))
            .wrong(W03, 1, x -> decayed(x, dW(x)).over(x.examples()))
            .wrong(W04, 0, x -> decayed(x, dW(x).times(x.examples())))
            .wrong(W04, 1, x -> decayed(x, dW(x)).times(x.examples()))
            .wrong(W05, 0, x -> decayed(x, dW(x).times(2)))
            .wrong(W05, 1, x -> decayed(x, dW(x)).times(2))
            .wrongInAnyReading(W06, ProductLines::timesConstant)
            .wrong(W07, 0, x -> decayed(x, dW(x)).transposed())
            .wrong(W07, 2, x -> decayed(x, dW(x).transposed()))
            .wrong(W09, 0, ProductLines::dW)
            .wrong(W09, 1, x -> decayed(x, decayed(x, dW(x))));

    static final Lines D_B = Lines.right(ProductLines::db)
            .wrong(W03, 2, x -> db(x).over(x.examples()))
            .wrong(W04, 2, x -> db(x).times(x.examples()))
            .wrongInAnyReading(W06, x -> x.reading(W06) % 3 == 2 ? db(x).times(constant(x)) : db(x))
            .wrong(W08, 0, x -> db(x, x.dZTilda()))
            .wrong(W08, 1, x -> db(x, x.dZNorm()))
            .wrong(W08, 2, x -> db(x, x.dZNorm().over(x.s())));

    private static final Lines D_A_PREVIOUS = Lines.right(
                    x -> x.given().spec().hasWeights() ? x.dZ().dot(x.w()) : x.dZ())
            .wrong(W01, 1, x -> x.dZTilda().dot(x.w()))
            .wrong(W07, 1, x -> x.dZ().dot(x.w().transposed()));

    /** Of a layer with one behind it, where the line is written. */
    static final Lines D_A =
            Lines.right(x -> dAPrevious(x.network().sheet(x.given().layer() + 1)));

    static Grid dAPrevious(Sheet x) {
        return D_A_PREVIOUS.on(x);
    }

    private static Grid dW(Sheet x) {
        return dW(x, x.dZ(), x.aPrevious());
    }

    private static Grid dW(Sheet x, Grid dZ, Grid a) {
        return dZ.transposed().dot(a).over(x.parameterDivisor());
    }

    private static Grid decayed(Sheet x, Grid dW) {
        return x.weightDecay() == 0 ? dW : dW.plus(x.w().times(x.weightDecay()));
    }

    private static double constant(Sheet x) {
        return CONSTANTS[x.reading(W06) / 3];
    }

    private static Grid timesConstant(Sheet x) {
        return switch (x.reading(W06) % 3) {
            case 0 -> decayed(x, dW(x).times(constant(x)));
            case 1 -> decayed(x, dW(x)).times(constant(x));
            default -> decayed(x, dW(x));
        };
    }

    private static Grid db(Sheet x) {
        return db(x, x.dZ());
    }

    private static Grid db(Sheet x, Grid dZ) {
        return dZ.sum(Over.EXAMPLES).over(x.parameterDivisor());
    }
}
