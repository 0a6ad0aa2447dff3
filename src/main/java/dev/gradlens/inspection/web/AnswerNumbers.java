package dev.gradlens.inspection.web;

import dev.gradlens.inspection.Extra;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.LayerNorm;
import dev.gradlens.network.normalization.RmsNorm;

/** Estimates how many numbers an answer will hold. */
final class AnswerNumbers {
    /** A summary's: two lengths of a shape, five moments, two counts, eleven edges and ten bins. */
    private static final double SUMMARY = 30;

    private final Outline inspection;
    private final TensorChoice tensors;

    private AnswerNumbers(Outline inspection) {
        this.inspection = inspection;
        this.tensors = inspection.tensors();
    }

    static double of(Outline inspection) {
        return new AnswerNumbers(inspection).sum();
    }

    private double sum() {
        NetworkSpec spec = inspection.spec();
        double ofX = (double) inspection.examples() * spec.inputs();
        double sum = tensors.shows(null, TensorName.OF_X) ? written(ofX) : 0;
        for (int l = 0; l < spec.layers().size(); l++) {
            for (TensorName name : TensorName.values()) {
                boolean shown = isComputed(name.part()) && tensors.shows(l + 1, name.wire());
                sum += shown ? written(size(name.extent(), l)) : 0;
            }
        }
        return sum;
    }

    private double written(double numbers) {
        return tensors.format() == TensorFormat.SUMMARY ? SUMMARY : numbers;
    }

    private boolean isComputed(TensorName.Part part) {
        return switch (part) {
            case FORWARD, BACKWARD -> true;
            case PATHS -> inspection.extras().contains(Extra.PATHS);
            case PARAMETERS -> inspection.extras().contains(Extra.PARAMETERS);
            case JACOBIAN -> inspection.extras().contains(Extra.JACOBIAN);
        };
    }

    private double size(TensorName.Extent extent, int l) {
        double examples = inspection.examples();
        double units = inspection.spec().unitsOf(l);
        double inputs = inspection.spec().inputsOf(l);
        return switch (extent) {
            case EXAMPLES -> examples * units;
            case WEIGHTS -> inspection.spec().layers().get(l).hasWeights() ? units * inputs : 0;
            case VECTOR -> Math.max(units, examples);
            case JACOBIAN -> jacobian(inspection, l);
        };
    }

    /** Entries of the Jacobian of a layer: n·m² over the batch, m·n² over the units. */
    static double jacobian(Outline inspection, int l) {
        double examples = inspection.examples();
        double units = inspection.spec().unitsOf(l);
        return switch (inspection.spec().layers().get(l).normalization()) {
            case null -> 0;
            case BatchNorm batch -> units * examples * examples;
            case LayerNorm layer -> examples * units * units;
            case RmsNorm rms -> examples * units * units;
        };
    }
}
