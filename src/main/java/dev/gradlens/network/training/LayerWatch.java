package dev.gradlens.network.training;

import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.training.Sight.Statistics;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** What is watched of one layer. */
final class LayerWatch {
    private final Sight sight;
    private final int l;
    private final LayerSpec spec;
    private final @Nullable Values firstBias;
    private double normOfW;

    LayerWatch(Sight sight, int l, LayerSpec spec, @Nullable Values firstBias) {
        this.sight = sight;
        this.l = l;
        this.spec = spec;
        this.firstBias = firstBias;
    }

    /** Adds what the backward pass has left. */
    void beforeMove(Map<String, Double> seen) {
        put(seen, Quantity.DW_NORM, () -> sight.gradientNorm(l, Kind.W));
        put(seen, Quantity.DB_NORM, () -> sight.gradientNorm(l, Kind.B));
        put(seen, Quantity.DEAD, () -> sight.deadShare(l));
        put(seen, Quantity.SATURATED, () -> sight.saturatedShare(l));
        if (Quantity.STATISTICS_MEAN_GAP.existsIn(spec)) {
            Statistics statistics = sight.statistics(l);
            put(seen, Quantity.STATISTICS_MEAN_GAP, statistics::meanGap);
            put(seen, Quantity.STATISTICS_VARIANCE_RATIO, statistics::varianceRatio);
        }
        normOfW = spec.hasWeights() ? sight.norm(l, Kind.W) : 0;
    }

    /** Adds what the move has left. */
    void afterMove(Map<String, Double> seen) {
        put(seen, Quantity.W_NORM, () -> sight.norm(l, Kind.W));
        if (spec.hasWeights()) {
            double moved = sight.moved(l);
            put(seen, Quantity.UPDATE_NORM, () -> moved);
            put(seen, Quantity.UPDATE_RATIO, () -> moved / normOfW);
        }
        put(seen, Quantity.B_NORM, () -> sight.norm(l, Kind.B));
        put(seen, Quantity.B_DRIFT, this::drift);
        put(seen, Quantity.GAMMA_MIN, () -> gamma().min().orElse(Double.NaN));
        put(seen, Quantity.GAMMA_MAX, () -> gamma().max().orElse(Double.NaN));
    }

    private void put(Map<String, Double> seen, Quantity quantity, DoubleSupplier value) {
        if (quantity.existsIn(spec)) {
            seen.put(quantity.nameIn(l), value.getAsDouble());
        }
    }

    private DoubleStream gamma() {
        return DoubleStream.of(sight.entries(l, Kind.GAMMA));
    }

    private double drift() {
        double[] b = sight.entries(l, Kind.B);
        double drift = 0;
        for (int unit = 0; unit < b.length; unit++) {
            double first = firstBias == null ? 0 : firstBias.rowMajor()[unit];
            drift = Math.max(drift, Math.abs(b[unit] - first)); // NaN if either is
        }
        return drift;
    }
}
