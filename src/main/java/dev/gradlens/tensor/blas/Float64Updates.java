package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Passes.Adaptive;

/** The moves of parameters, over the entries from … to − 1; equal indices throughout, as in {@link Float64PassLoops}. */
final class Float64Updates {
    private Float64Updates() {}

    static void momentum(
            double[] w,
            double[] velocity,
            double[] g,
            double rate,
            double momentum,
            boolean looksAhead,
            int from,
            int to) {
        if (looksAhead) {
            lookingAhead(w, velocity, g, rate, momentum, from, to);
        } else {
            plain(w, velocity, g, rate, momentum, from, to);
        }
    }

    private static void plain(
            double[] w, double[] velocity, double[] g, double rate, double momentum, int from, int to) {
        for (int j = from; j < to; j++) {
            double v = momentum * velocity[j] + g[j];
            velocity[j] = v;
            w[j] -= rate * v;
        }
    }

    private static void lookingAhead(
            double[] w, double[] velocity, double[] g, double rate, double momentum, int from, int to) {
        for (int j = from; j < to; j++) {
            double v = momentum * velocity[j] + g[j];
            velocity[j] = v;
            w[j] -= rate * (g[j] + momentum * v);
        }
    }

    static void adaptive(double[] w, double[] mean, double[] square, double[] g, Adaptive step, int from, int to) {
        double beta1 = step.beta1();
        double beta2 = step.beta2();
        double take1 = (1 - step.beta1());
        double take2 = (1 - step.beta2());
        double rate = step.rate();
        double rootScale = step.rootScale();
        double epsilon = step.epsilon();
        double shrink = step.shrink();
        for (int j = from; j < to; j++) {
            double first = beta1 * mean[j] + take1 * g[j];
            double second = beta2 * square[j] + take2 * (g[j] * g[j]);
            mean[j] = first;
            square[j] = second;
            w[j] = shrink * w[j] - rate * first / (Math.sqrt(second) * rootScale + epsilon);
        }
    }

    static void scaledByRoot(
            double[] w, double[] square, double[] g, double rate, double alpha, double epsilon, int from, int to) {
        double take = 1 - alpha;
        for (int j = from; j < to; j++) {
            double second = alpha * square[j] + take * (g[j] * g[j]);
            square[j] = second;
            w[j] -= rate * g[j] / (Math.sqrt(second) + epsilon);
        }
    }
}
