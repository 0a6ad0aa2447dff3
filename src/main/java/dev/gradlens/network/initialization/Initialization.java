package dev.gradlens.network.initialization;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters to begin with: W is normal with mean 0, b is 0. The numbers of a layer depend on the seed, on which layer it is
 * and on its own shape alone.
 *
 * @param scheme how far the numbers of W spread
 * @param seed of the random numbers
 * @param scale multiplies the spread; from 0 to {@value MAX_SCALE}
 */
public record Initialization(Scheme scheme, long seed, double scale) {

    /** No entry of W is further from 0 than so many scales: no scheme spreads by more than √2, no normal number than 8.6. */
    public static final double REACH = 13;

    /** So that every entry of W is finite. */
    public static final double MAX_SCALE = 1e300;

    /** The standard deviation of W before {@code scale}. */
    public enum Scheme {
        /** √(2/inputs), for relu: He, Zhang, Ren and Sun, 2015. */
        HE,
        /** √(2/(inputs + units)), for tanh: Glorot and Bengio, 2010. */
        XAVIER,
        /** √(1/inputs): LeCun, Bottou, Orr and Müller, 1998. */
        LECUN,
        /** 1. */
        NORMAL,
        /** 0: every W is 0, and all units of a layer stay equal. */
        ZEROS;

        double deviation(double inputs, double units) {
            return switch (this) {
                case HE -> Math.sqrt(2 / inputs);
                case XAVIER -> Math.sqrt(2 / (inputs + units));
                case LECUN -> Math.sqrt(1 / inputs);
                case NORMAL -> 1;
                case ZEROS -> 0;
            };
        }
    }

    public Initialization {
        if (!(scale >= 0 && scale <= MAX_SCALE)) {
            throw new IllegalArgumentException("a scale is from 0 to %s, not %s".formatted(MAX_SCALE, scale));
        }
    }

    /** W and b of every layer that has them; what belongs to normalizations is left absent. */
    public List<LayerParameters<Values>> parameters(NetworkSpec spec) {
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 0; l < spec.layers().size(); l++) {
            LayerSpec layer = spec.layers().get(l);
            Values w = layer.hasWeights() ? weights(l, spec.unitsOf(l), spec.inputsOf(l)) : null;
            Values b = layer.hasBias() ? Values.filled(1, spec.unitsOf(l), 0) : null;
            parameters.add(new LayerParameters<>(w, b, null, null, null, null));
        }
        return parameters;
    }

    /** Unit by unit, and for each unit input by input. */
    private Values weights(int layer, int units, int inputs) {
        double deviation = scale * scheme.deviation(inputs, units);
        if (deviation == 0) {
            return Values.filled(units, inputs, 0);
        }
        return DrawnNumbers.remembered(seed, layer, Math.multiplyExact(units, inputs))
                .times(deviation, units, inputs);
    }
}
