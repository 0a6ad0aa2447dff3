package dev.gradlens.check;

/** Where the numbers come from that gradients are compared with. */
public enum Oracle {
    /** Im J(x + ih)/h in complex arithmetic. */
    COMPLEX_STEP(1e-9);

    private final double tolerance;

    Oracle(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The relative difference that passes unless another is asked for: well above its error, well below any mistake. */
    public double tolerance() {
        return tolerance;
    }
}
