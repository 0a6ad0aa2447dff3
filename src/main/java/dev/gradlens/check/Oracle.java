package dev.gradlens.check;

import dev.gradlens.check.oracle.ComplexNetwork;

/** Where the numbers come from that gradients are compared with. */
public enum Oracle {
    /** Im J(x + ih)/h in complex arithmetic: h may be so small that nothing is truncated, since nothing is subtracted. */
    COMPLEX_STEP(1e-9, ComplexNetwork.RELATIVE_STEP, 1),
    /**
     * (J(x + h) − J(x − h))/2h. Truncation grows with h² and rounding with 1/h; at the cube root of 2⁻⁵², 6e-6, the two are
     * equal. Five times as far truncation is 1e-9, still far below the tolerance, and gradients that are small beside J
     * keep more digits. Four evaluations: the two, and two at 2h that tell the truncation.
     */
    CENTRAL_DIFFERENCE(1e-6, 3e-5, 4),
    /**
     * Central differences of ever smaller h, extrapolated to h = 0: Ridders, "Accurate computation of F′(x) and F′(x)F″(x)",
     * 1982. It begins with a large h, of which halving makes small ones.
     */
    RIDDERS(1e-7, 0.125, 20);

    private final double tolerance;
    private final double step;
    private final int evaluations;

    Oracle(double tolerance, double step, int evaluations) {
        this.tolerance = tolerance;
        this.step = step;
        this.evaluations = evaluations;
    }

    /** The relative difference that passes unless another is asked for: well above its error, well below any mistake. */
    public double tolerance() {
        return tolerance;
    }

    /** h beside the scale of an entry, unless another is asked for. */
    public double step() {
        return step;
    }

    /** Evaluations of J for one derivative, at most or nearly so. */
    int evaluations() {
        return evaluations;
    }
}
