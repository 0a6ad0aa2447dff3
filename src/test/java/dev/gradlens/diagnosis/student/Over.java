package dev.gradlens.diagnosis.student;

/** What a sum runs over. */
enum Over {
    /** Down the rows: one number for each unit, 1×n. */
    EXAMPLES,
    /** Along the columns: one number for each example, m×1. */
    UNITS,
    /** Everything: one number, 1×1. */
    ALL;

    Over other() {
        return this == EXAMPLES ? UNITS : EXAMPLES;
    }

    /** How many numbers there are in a sum over an array of so many rows and columns. */
    int count(int rows, int columns) {
        return switch (this) {
            case EXAMPLES -> rows;
            case UNITS -> columns;
            case ALL -> rows * columns;
        };
    }
}
