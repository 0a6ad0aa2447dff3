package dev.gradlens.diagnosis.probe;

import dev.gradlens.diagnosis.Mistake;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A way to compute a tensor.
 *
 * @param mistake null for the right way
 * @param detail which reading of the mistake
 * @param entries what it gives
 * @param size their norm
 */
record Way(@Nullable Mistake mistake, String detail, double[] entries, double size) {
    Way(@Nullable Mistake mistake, String detail, double[] entries) {
        this(mistake, detail, entries, norm(entries));
    }

    Optional<Mistake> named() {
        return Optional.ofNullable(mistake);
    }

    static double norm(double[] entries) {
        double sum = 0;
        for (double entry : entries) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    /**
     * ‖a − b‖ / max(‖a‖, ‖b‖); 1 where one has other dimensions or no finite norm.
     *
     * @param floor a norm below which both are 0
     */
    double distance(Way other, double floor) {
        double largest = Math.max(size, other.size);
        if (entries.length != other.entries.length || !Double.isFinite(largest)) {
            return 1;
        }
        if (largest <= floor) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < entries.length; i++) {
            double apart = entries[i] - other.entries[i];
            sum += apart * apart;
        }
        return Math.sqrt(sum) / largest;
    }
}
