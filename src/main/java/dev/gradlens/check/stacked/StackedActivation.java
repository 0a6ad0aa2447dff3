package dev.gradlens.check.stacked;

/** An activation over a stack. */
interface StackedActivation {

    /** How far its arguments have moved becomes how far A has. */
    void apply(Moved moved);

    /** Whether it mixes the units of an example, so that all of them move. */
    default boolean mixesUnits() {
        return false;
    }
}
