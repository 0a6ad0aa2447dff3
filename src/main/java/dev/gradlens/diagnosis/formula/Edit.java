package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Mistake;
import java.util.function.UnaryOperator;

/**
 * A mistake as a change of what is right.
 *
 * @param detail which reading of the mistake; empty where there is only one
 * @param isMain whether it is the reading that the catalogue's formula has, or near it: only these are tried in pairs
 * @param change of the right way, or of one that is wrong already
 */
record Edit<R>(Mistake mistake, String detail, boolean isMain, UnaryOperator<R> change) {}
