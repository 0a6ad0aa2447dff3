package dev.gradlens.diagnosis.student;

import dev.gradlens.diagnosis.Step;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The tensors of one layer. Each is computed when it is first needed, and what nobody needed is not there: who holds the
 * statistics constant never computes dmu.
 */
abstract class Tensors {

    private final Map<Step, Grid> written = new EnumMap<>(Step.class);

    abstract Grid compute(Step step);

    Grid at(Step step) {
        Grid known = written.get(step);
        if (known != null) {
            return known;
        }
        Grid computed = compute(step);
        written.put(step, computed);
        return computed;
    }

    Map<Step, Grid> written() {
        return Collections.unmodifiableMap(written);
    }

    Grid z() {
        return at(Step.Z);
    }

    Grid sigma2() {
        return at(Step.SIGMA2);
    }

    Grid s() {
        return at(Step.SCALE);
    }

    Grid zNorm() {
        return at(Step.Z_NORM);
    }

    Grid zTilda() {
        return at(Step.Z_TILDA);
    }

    Grid a() {
        return at(Step.A);
    }

    Grid dA() {
        return at(Step.D_A);
    }

    Grid dZTilda() {
        return at(Step.D_Z_TILDA);
    }

    Grid dZNorm() {
        return at(Step.D_Z_NORM);
    }

    Grid dSigma2() {
        return at(Step.D_SIGMA2);
    }

    Grid dMu() {
        return at(Step.D_MU);
    }

    Grid dZ() {
        return at(Step.D_Z);
    }
}
