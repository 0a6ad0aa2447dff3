package dev.gradlens.model;

import dev.gradlens.network.DenseSpec;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Standardization;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.tensor.Precision;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.arrays.Datatype;
import dev.gradlens.wire.arrays.FiledAnswer.Filed;
import dev.gradlens.wire.arrays.NamedArray;
import dev.gradlens.wire.arrays.Shape;
import dev.gradlens.wire.setup.NetworkForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A model as a file of arrays: W1, b1, gamma1, beta1, runningMean1 and runningVariance1 of layer 1 and so on in the model's
 * precision, standardizationMean and standardizationStd as doubles, and beside them a text that says what they are.
 */
public final class ModelFile {
    private static final String MEAN = "standardizationMean";
    private static final String STD = "standardizationStd";

    private ModelFile() {}

    /**
     * The text beside the arrays, by which the file alone tells what it is.
     *
     * @param network with nothing left to a default
     * @param precision of the parameters
     */
    public record Description(NetworkForm network, Precision precision) {}

    /** The arrays and the text. */
    public static Filed of(ModelContent content) {
        Datatype datatype = content.precision() == Precision.FLOAT32 ? Datatype.F32 : Datatype.F64;
        List<NamedArray> arrays = new ArrayList<>();
        for (int l = 0; l < content.parameters().size(); l++) {
            LayerParameters<Values> layer = content.parameters().get(l);
            if (layer.w() != null) {
                Shape shape = Shape.of(layer.w().rows(), layer.w().columns());
                arrays.add(
                        new NamedArray(name("W", l), shape, datatype, layer.w().rowMajor()));
            }
            add(name("b", l), layer.b(), datatype, arrays);
            add(name("gamma", l), layer.gamma(), datatype, arrays);
            add(name("beta", l), layer.beta(), datatype, arrays);
            add(name("runningMean", l), layer.runningMean(), datatype, arrays);
            add(name("runningVariance", l), layer.runningVariance(), datatype, arrays);
        }
        Standardization standardization = content.standardization();
        if (standardization != null) {
            add(MEAN, standardization.mean(), Datatype.F64, arrays);
            add(STD, standardization.std(), Datatype.F64, arrays);
        }
        return new Filed(new Description(NetworkForm.of(content.spec()), content.precision()), arrays);
    }

    private static void add(String name, @Nullable Values vector, Datatype datatype, List<NamedArray> arrays) {
        if (vector != null) {
            arrays.add(new NamedArray(name, Shape.of(vector.size()), datatype, vector.rowMajor()));
        }
    }

    private static String name(String tensor, int l) {
        return tensor + (l + 1);
    }

    /**
     * The model that a file of these arrays was written of.
     *
     * @param spec what the text beside them says
     * @param precision likewise
     * @throws NoSuchElementException if an array is missing
     */
    public static ModelContent content(List<NamedArray> arrays, NetworkSpec spec, Precision precision) {
        Map<String, double[]> byName = new HashMap<>();
        arrays.forEach(array -> byName.put(array.name(), array.values()));
        List<LayerParameters<Values>> parameters = new ArrayList<>();
        for (int l = 0; l < spec.layers().size(); l++) {
            parameters.add(layer(byName, spec, l));
        }
        Standardization standardization = byName.containsKey(MEAN)
                ? new Standardization(Values.row(numbers(byName, MEAN)), Values.row(numbers(byName, STD)))
                : null;
        return new ModelContent(spec, precision, parameters, standardization);
    }

    private static LayerParameters<Values> layer(Map<String, double[]> byName, NetworkSpec spec, int l) {
        LayerSpec layer = spec.layers().get(l);
        boolean normalized = layer.normalization() != null;
        boolean batch = layer.normalization() instanceof BatchNorm;
        return new LayerParameters<>(
                layer.hasWeights()
                        ? new Values(spec.unitsOf(l), spec.inputsOf(l), numbers(byName, name("W", l)))
                        : null,
                layer instanceof DenseSpec dense && dense.bias() ? row(byName, name("b", l)) : null,
                normalized ? row(byName, name("gamma", l)) : null,
                normalized ? row(byName, name("beta", l)) : null,
                batch ? row(byName, name("runningMean", l)) : null,
                batch ? row(byName, name("runningVariance", l)) : null);
    }

    private static Values row(Map<String, double[]> byName, String name) {
        return Values.row(numbers(byName, name));
    }

    private static double[] numbers(Map<String, double[]> byName, String name) {
        double[] numbers = byName.get(name);
        if (numbers == null) {
            throw new NoSuchElementException(name);
        }
        return numbers;
    }
}
