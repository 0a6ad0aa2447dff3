package dev.gradlens.tensor.blas;

import dev.gradlens.tensor.Passes.Adaptive;

/** The moves of parameters, over the entries from … to − 1; equal indices throughout, as in {@link Float32PassLoops}. */
final class Float32Updates {
    private Float32Updates() {}

    static void momentum(
            float[] w, float[] velocity, float[] g, float rate, float momentum, boolean looksAhead, int from, int to) {
        if (looksAhead) {
            lookingAhead(w, velocity, g, rate, momentum, from, to);
        } else {
            plain(w, velocity, g, rate, momentum, from, to);
        }
    }

    private static void plain(float[] w, float[] velocity, float[] g, float rate, float momentum, int from, int to) {
        for (int j = from; j < to; j++) {
            float v = momentum * velocity[j] + g[j];
            velocity[j] = v;
            w[j] -= rate * v;
        }
    }

    private static void lookingAhead(
            float[] w, float[] velocity, float[] g, float rate, float momentum, int from, int to) {
        for (int j = from; j < to; j++) {
            float v = momentum * velocity[j] + g[j];
            velocity[j] = v;
            w[j] -= rate * (g[j] + momentum * v);
        }
    }

    static void adaptive(float[] w, float[] mean, float[] square, float[] g, Adaptive step, int from, int to) {
        float beta1 = (float) step.beta1();
        float beta2 = (float) step.beta2();
        float take1 = (float) (1 - step.beta1());
        float take2 = (float) (1 - step.beta2());
        float rate = (float) step.rate();
        float rootScale = (float) step.rootScale();
        float epsilon = (float) step.epsilon();
        float shrink = (float) step.shrink();
        for (int j = from; j < to; j++) {
            float first = beta1 * mean[j] + take1 * g[j];
            float second = beta2 * square[j] + take2 * (g[j] * g[j]);
            mean[j] = first;
            square[j] = second;
            w[j] = shrink * w[j] - rate * first / ((float) Math.sqrt(second) * rootScale + epsilon);
        }
    }

    static void scaledByRoot(
            float[] w, float[] square, float[] g, float rate, float alpha, float epsilon, int from, int to) {
        float take = 1 - alpha;
        for (int j = from; j < to; j++) {
            float second = alpha * square[j] + take * (g[j] * g[j]);
            square[j] = second;
            w[j] -= rate * g[j] / ((float) Math.sqrt(second) + epsilon);
        }
    }
}
