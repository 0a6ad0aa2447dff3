package dev.gradlens.diagnosis.web;

import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.wire.Work;

/** Estimates what a diagnosis will cost, from its shapes alone: what was sent adds little to what it is held against. */
final class DiagnosisWork {
    /** The truth, and the truth under a dozen other conventions at most. */
    private static final double PASSES = 12;
    /** Forward and backward together are three products of two operations each. */
    private static final double PASS = 6;
    /** Normalization and activation of one entry, forward and backward. */
    private static final double ENTRY = 60;
    /** What a layer costs at most, however small: some sixty verbs of ND4J at 13 µs each, on a core of 10⁹ operations a second. */
    private static final double LAYER = 800_000;
    /** The catalogue's mistakes, in each of the readings that they have. */
    private static final double CANDIDATES = 100;
    /** An entry of a candidate: made in a few operations, compared in a few more. */
    private static final double CANDIDATE_ENTRY = 10;
    /** Mistakes of dW. */
    private static final double WEIGHT_CANDIDATES = 10;
    /** Matrices of a layer's shape that one pass leaves behind until it is closed. */
    private static final double MATRICES = 60;
    /** Matrices of the shape of W that it leaves behind. */
    private static final double WEIGHTS = 4;
    /** Numbers that are said of one layer at most, its findings' lists and worst entries, beside a batch that parts mistakes. */
    private static final double SAID = 1000;

    private DiagnosisWork() {}

    static Work of(NetworkSpec spec, int examples) {
        double operations = 0;
        double entriesKept = (double) examples * spec.inputs();
        double said = 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            double entries = (double) examples * spec.unitsOf(l);
            double weights = layer.hasWeights() ? (double) spec.unitsOf(l) * spec.inputsOf(l) : 0;
            double candidates = CANDIDATES * entries + WEIGHT_CANDIDATES * weights;
            operations += PASSES * (PASS * examples * weights + ENTRY * entries + LAYER) + CANDIDATE_ENTRY * candidates;
            entriesKept += MATRICES * entries + WEIGHTS * weights + candidates;
            said += SAID + (double) examples * (spec.inputs() + spec.outputs());
        }
        return new Work((long) operations, (long) (Double.BYTES * entriesKept), (long) said);
    }
}
