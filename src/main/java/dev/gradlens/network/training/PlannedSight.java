package dev.gradlens.network.training;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.Node.Kind;
import dev.gradlens.tensor.Passes;
import java.util.ArrayList;
import java.util.List;

/** What can be seen of a planned trainer, in passes over its own arrays. */
final class PlannedSight<A> implements Sight {
    private final PlannedTrainer<A> trainer;
    private final Passes<A> passes;
    private final List<A> remembered = new ArrayList<>();

    PlannedSight(PlannedTrainer<A> trainer) {
        this.trainer = trainer;
        this.passes = trainer.passes();
        for (PlannedLayer<A> layer : trainer.layers()) {
            PlannedParameter<A> w = requireNonNull(layer.learned().w());
            remembered.add(passes.allocate(w.rows() * w.columns()));
        }
    }

    private PlannedParameter<A> at(int layer, Kind parameter) {
        return requireNonNull(trainer.layers().get(layer).learned().at(parameter));
    }

    @Override
    public void remember() {
        for (int layer = 0; layer < remembered.size(); layer++) {
            passes.copy(at(layer, Kind.W).value(), remembered.get(layer));
        }
    }

    @Override
    public double norm(int layer, Kind parameter) {
        return Math.sqrt(passes.sumOfSquares(at(layer, parameter).value()));
    }

    @Override
    public double gradientNorm(int layer, Kind parameter) {
        return Math.sqrt(passes.sumOfSquares(at(layer, parameter).gradient()));
    }

    @Override
    public double moved(int layer) {
        return Math.sqrt(passes.sumOfSquaredDifferences(at(layer, Kind.W).value(), remembered.get(layer)));
    }

    @Override
    public double[] entries(int layer, Kind parameter) {
        return passes.toDoubles(at(layer, parameter).value());
    }

    @Override
    public double deadShare(int layer) {
        return trainer.layers().get(layer).deadShare(trainer.examples());
    }

    @Override
    public double saturatedShare(int layer) {
        throw new IllegalStateException("no planned layer saturates");
    }

    @Override
    public Statistics statistics(int layer) {
        return trainer.layers().get(layer).statistics(trainer.examples());
    }

    @Override
    public Alignment alignment() {
        throw new IllegalStateException("a planned backward pass is the exact one");
    }
}
