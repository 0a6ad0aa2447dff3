package dev.gradlens.network.training;

/**
 * The learning rate of every step. It may begin with a warm-up: over the first {@code warmupSteps} steps the rate grows evenly
 * from base/warmupSteps to base. The step that ends the warm-up, or the first step where there is none, is the schedule's own
 * first one, at which t = 0 and the rate is base; t counts steps, not epochs.
 */
public sealed interface Schedule {

    /** How many steps the warm-up takes; none where it is 0. */
    long warmupSteps();

    /** What a rate has become t steps after the warm-up, of {@code last} that there are, both from 0. */
    double after(double base, long t, long last);

    /**
     * The learning rate of a step.
     *
     * @param base the learning rate that was asked for
     * @param step from 1 to {@code steps}
     * @param steps of the whole training
     */
    default double rate(double base, long step, long steps) {
        if (step < warmupSteps()) {
            return base * step / warmupSteps();
        }
        long first = Math.max(warmupSteps(), 1);
        return after(base, step - first, steps - first);
    }

    private static void requireNotNegative(long warmupSteps) {
        if (warmupSteps < 0) {
            throw new IllegalArgumentException("a warm-up takes no step or more, not " + warmupSteps);
        }
    }

    /** The same rate throughout. */
    record Constant(long warmupSteps) implements Schedule {
        public Constant {
            requireNotNegative(warmupSteps);
        }

        @Override
        public double after(double base, long t, long last) {
            return base;
        }
    }

    /**
     * base · factor^⌊t/every⌋, as PyTorch's StepLR that is told of every step.
     *
     * @param every so many steps, at least 1
     * @param factor greater than 0, and finite
     */
    record StepDecay(long every, double factor, long warmupSteps) implements Schedule {
        public StepDecay {
            requireNotNegative(warmupSteps);
            if (every < 1) {
                throw new IllegalArgumentException("a rate decays every step or less often, not every " + every);
            }
            if (!(factor > 0 && factor < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a rate decays by a factor above 0, not by " + factor);
            }
        }

        @Override
        public double after(double base, long t, long last) {
            long decays = t / every;
            return base * StrictMath.pow(factor, (double) decays);
        }
    }

    /**
     * minimum + (base − minimum)·(1 + cos(π·t/last))/2, which is the minimum at the last step: the closed form of PyTorch's
     * CosineAnnealingLR that is told of every step, with T_max = last. Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent
     * with Warm Restarts", 2017, equation 5.
     *
     * @param minimum at least 0, and finite
     */
    record Cosine(double minimum, long warmupSteps) implements Schedule {
        public Cosine {
            requireNotNegative(warmupSteps);
            if (!(minimum >= 0 && minimum < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("a rate ends at 0 or above, not at " + minimum);
            }
        }

        @Override
        public double after(double base, long t, long last) {
            double share = last == 0 ? 0 : (double) t / last; // a lone step has the base
            return minimum + (base - minimum) * (1 + StrictMath.cos(Math.PI * share)) / 2;
        }
    }
}
