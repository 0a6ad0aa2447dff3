package dev.gradlens.diagnosis;

/** How numbers were rounded before they were sent. */
public sealed interface Rounding {

    /** How far a number sent as x may lie from what it was before, at most. */
    double halfUnit(double x);

    /** So many digits behind the point. */
    record Decimals(int decimals) implements Rounding {
        @Override
        public double halfUnit(double x) {
            return 0.5 * Math.pow(10, -decimals);
        }
    }

    /** So many significant digits. */
    record SignificantDigits(int digits) implements Rounding {
        @Override
        public double halfUnit(double x) {
            return x == 0 ? 0 : 0.5 * Math.pow(10, Math.floor(Math.log10(Math.abs(x))) - digits + 1);
        }
    }

    /** To the nearest float32, which may have been printed by the few digits that tell it from the next one. */
    record Single() implements Rounding {
        @Override
        public double halfUnit(double x) {
            float nearest = (float) x;
            double halfUnit = Math.ulp(nearest) / 2.0;
            return nearest == x ? halfUnit : 2 * halfUnit; // the few digits lie anywhere about it
        }
    }

    /** Not at all: every digit of a float64. */
    record None() implements Rounding {
        @Override
        public double halfUnit(double x) {
            return Math.ulp(x) / 2;
        }
    }
}
