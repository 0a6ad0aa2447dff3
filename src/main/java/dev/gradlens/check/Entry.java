package dev.gradlens.check;

/**
 * One entry of a gradient beside what the oracle says.
 *
 * @param row from 0
 * @param column from 0
 * @param analytic what backward computed
 * @param numeric what the oracle computed
 * @param uncertainty how far rounding and kinks may have parted them, not negative
 * @param doubt what most of the uncertainty comes from
 */
public record Entry(int row, int column, double analytic, double numeric, double uncertainty, Reason doubt) {

    /** The same of a gradient that is so many times as large. */
    Entry times(double scale) {
        return new Entry(row, column, analytic * scale, numeric * scale, uncertainty * scale, doubt);
    }

    /** The same with another number of backward, as uncertain as the two are apart. */
    Entry shownAs(double shown) {
        double rounding = Math.abs(shown - analytic);
        Reason because = rounding > uncertainty ? Reason.ROUND_OFF : doubt;
        return new Entry(row, column, shown, numeric, uncertainty + rounding, because);
    }

    Entry withUncertainty(double other, Reason because) {
        return new Entry(row, column, analytic, numeric, other, because);
    }

    double difference() {
        return Math.abs(analytic - numeric);
    }

    double larger() {
        return Math.max(Math.abs(analytic), Math.abs(numeric));
    }

    /** |a − n| / max(|a|, |n|), with 0/0 = 0. */
    double relativeError() {
        return larger() == 0 ? 0 : difference() / larger();
    }

    boolean isFinite() {
        return Double.isFinite(analytic) && Double.isFinite(numeric);
    }

    /** How much of what is allowed the difference takes; above 1 it fails. */
    double excess(double tolerance) {
        double allowed = tolerance * larger() + uncertainty;
        return difference() == 0 ? 0 : difference() / allowed;
    }

    boolean fails(double tolerance) {
        return difference() > tolerance * larger() + uncertainty;
    }

    /** Whether both are zero up to an uncertainty that is itself small beside the largest entry of the whole gradient. */
    boolean isBothZero(double tolerance, double largestOfAll) {
        return larger() <= uncertainty && uncertainty <= tolerance * largestOfAll;
    }

    /** Whether the uncertainty is small beside the largest entry of its tensor. */
    boolean isSharp(double tolerance, double largestOfTensor) {
        return uncertainty <= tolerance * largestOfTensor;
    }
}
