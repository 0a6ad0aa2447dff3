package dev.gradlens.check.stacked;

/** A loss over a stack. */
interface StackedLoss {

    /**
     * By how much J moves in each column.
     *
     * @param moved the last layer's A, or the argument of its activation where the loss is one of that
     * @param costs one for each column
     */
    void costs(Moved moved, double[] costs);

    /** Whether it looks at every unit, moved or not. */
    default boolean mixesUnits() {
        return false;
    }
}
