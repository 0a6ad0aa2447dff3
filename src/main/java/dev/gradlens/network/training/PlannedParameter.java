package dev.gradlens.network.training;

import dev.gradlens.network.optimizer.Adam;
import dev.gradlens.network.optimizer.Momentum;
import dev.gradlens.network.optimizer.Optimizer;
import dev.gradlens.network.optimizer.RmsProp;
import dev.gradlens.tensor.Passes;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * A parameter with its gradient and what the optimizer remembers, all of one shape.
 *
 * @param rows of the shape
 * @param columns of the shape
 * @param isAccumulated whether the gradient is the momentum's memory, see {@link #accumulating}
 */
record PlannedParameter<A>(int rows, int columns, A value, A gradient, List<A> memory, boolean isAccumulated) {

    static <A> PlannedParameter<A> of(Passes<A> passes, Values initial, List<Values> remembered) {
        List<A> memory = new ArrayList<>();
        for (Values tensor : remembered) {
            memory.add(passes.copyOf(tensor.rowMajor()));
        }
        return new PlannedParameter<>(
                initial.rows(),
                initial.columns(),
                passes.copyOf(initial.rowMajor()),
                passes.allocate(initial.size()),
                memory,
                false);
    }

    /**
     * The same with a gradient that is added to what momentum has kept of those before, as soon as it is computed: the gradient
     * by itself stands nowhere, and is neither written nor read again. The product that computes it has to keep so much of it.
     */
    PlannedParameter<A> accumulating() {
        return new PlannedParameter<>(rows, columns, value, memory.getFirst(), memory, true);
    }

    /** Whether a move needs the gradient only where it is added to the others. */
    static boolean accumulates(Optimizer optimizer) {
        return optimizer instanceof Momentum momentum && momentum.momentum() > 0 && !momentum.looksAhead();
    }

    Values values(Passes<A> passes) {
        return new Values(rows, columns, passes.toDoubles(value));
    }

    Values gradientValues(Passes<A> passes) {
        return new Values(rows, columns, passes.toDoubles(gradient));
    }

    List<Values> remembered(Passes<A> passes) {
        return memory.stream()
                .map(slot -> new Values(rows, columns, passes.toDoubles(slot)))
                .toList();
    }

    /** Moves it; see the optimizers for the equations. */
    void move(Passes<A> passes, Optimizer optimizer, double learningRate, long t) {
        boolean decaysApart = optimizer instanceof Adam adam && adam.decoupled();
        if (optimizer.weightDecay() != 0 && !decaysApart) {
            passes.addScaled(gradient, optimizer.weightDecay(), value);
        }
        switch (optimizer) {
            case Momentum momentum -> move(passes, momentum, learningRate);
            case Adam adam -> {
                double shrink = adam.decoupled() ? 1 - learningRate * adam.weightDecay() : 1;
                passes.adaptive(
                        value,
                        memory.get(0),
                        memory.get(1),
                        gradient,
                        new Passes.Adaptive(
                                adam.rate(learningRate, t),
                                adam.beta1(),
                                adam.beta2(),
                                adam.rootScale(t),
                                adam.epsilon(),
                                shrink));
            }
            case RmsProp rms -> move(passes, rms, learningRate);
        }
    }

    private void move(Passes<A> passes, RmsProp rms, double learningRate) {
        A square = memory.getFirst();
        if (rms.momentum() == 0) {
            passes.scaledByRoot(value, square, gradient, learningRate, rms.alpha(), rms.epsilon());
        } else {
            A velocity = memory.get(1);
            passes.scale(velocity, rms.momentum());
            passes.scaledByRoot(velocity, square, gradient, -1, rms.alpha(), rms.epsilon());
            passes.addScaled(value, -learningRate, velocity);
        }
    }

    private void move(Passes<A> passes, Momentum momentum, double learningRate) {
        if (momentum.momentum() == 0 || isAccumulated) {
            passes.addScaled(value, -learningRate, gradient);
        } else {
            passes.momentum(
                    value, memory.getFirst(), gradient, learningRate, momentum.momentum(), momentum.looksAhead());
        }
    }
}
