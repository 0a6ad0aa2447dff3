package dev.gradlens.check.stacked;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.oracle.KnownRun.Normalized;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.loss.BinaryCrossEntropy;
import dev.gradlens.network.loss.CrossEntropy;
import dev.gradlens.network.loss.Loss;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By how much J moves with the parameters of one unit of a layer. */
final class StackedCost {
    private final Workspace workspace;
    private final Arithmetic arithmetic;
    private final int first;
    private final @Nullable Normalized known;
    private final List<Stage> stages = new ArrayList<>();
    private final StackedLoss loss;
    private final Moved moved;

    /** What a layer does with Z. */
    private record Stage(@Nullable StackedNormalization normalization, StackedActivation activation) {}

    /**
     * @param first the layer whose parameters are moved
     */
    StackedCost(Workspace workspace, Arithmetic arithmetic, int first) {
        this.workspace = workspace;
        this.arithmetic = arithmetic;
        this.first = first;
        this.known = workspace.run().normalized(first);
        int width = 0;
        for (int l = first; l < workspace.layers(); l++) {
            stages.add(new Stage(StackedNormalization.of(workspace, arithmetic, l), activation(l)));
            width = Math.max(width, workspace.units(l));
        }
        this.loss = arithmetic.loss();
        this.moved = new Moved(workspace, width);
    }

    private StackedActivation activation(int l) {
        boolean isPassedOver = l == workspace.layers() - 1
                && isOfArgument(workspace.run().setup().spec().loss());
        return isPassedOver ? moved -> {} : arithmetic.activation(l);
    }

    /** Whether a loss of probabilities is computed from what the last activation was applied to. */
    private static boolean isOfArgument(Loss loss) {
        return loss instanceof CrossEntropy || loss instanceof BinaryCrossEntropy;
    }

    /**
     * In each column.
     *
     * @param moves of one unit
     */
    void costs(Moves moves, double[] costs) {
        arithmetic.begin();
        move(moves);
        activate(stages.getFirst().activation(), first);
        for (int l = first + 1; l < workspace.layers(); l++) {
            Stage stage = stages.get(l - first);
            centre(stage.normalization());
            multiply(l);
            normalize(stage.normalization());
            activate(stage.activation(), l);
        }
        if (loss.mixesUnits()) {
            moved.spreadTo(workspace.units(workspace.layers() - 1));
        }
        loss.costs(moved, costs);
        arithmetic.end();
        moves.addWeightDecay(costs, workspace.run(), parameters(first).w(), arithmetic);
    }

    private void move(Moves moves) {
        int unit = moves.unit();
        double[] d = moved.only(unit);
        if (moves.moveZ()) {
            moves.moveZ(d, workspace.run().aPrev(first), workspace.examples());
            centre(stages.getFirst().normalization());
            normalize(stages.getFirst().normalization());
        }
        moves.moveZTilda(d, known, workspace.units(first), workspace.examples());
    }

    private void multiply(int l) {
        if (workspace.layer(l).hasWeights()) {
            Values w = requireNonNull(parameters(l).w());
            moved.multiplyBy(w.rowMajor(), w.columns(), w.rows());
        }
    }

    private void centre(@Nullable StackedNormalization normalization) {
        if (normalization != null) {
            normalization.centre(moved);
        }
    }

    private void normalize(@Nullable StackedNormalization normalization) {
        if (normalization != null) {
            normalization.apply(moved);
        }
    }

    private void activate(StackedActivation activation, int l) {
        if (activation.mixesUnits()) {
            moved.spreadTo(workspace.units(l));
        }
        activation.apply(moved);
    }

    private LayerParameters<Values> parameters(int l) {
        return workspace.run().setup().parameters().get(l);
    }
}
