package dev.gradlens.check.oracle;

/**
 * h: itself, or beside the scale of an entry.
 *
 * @param length &gt; 0
 */
public record StepSize(double length, boolean isRelative) {

    /** The same h for every entry. */
    public static StepSize absolute(double h) {
        return new StepSize(h, false);
    }

    /** h = t times the scale of each entry. */
    public static StepSize relative(double t) {
        return new StepSize(t, true);
    }

    double at(double scale) {
        return isRelative ? length * scale : length;
    }
}
