package dev.gradlens.check.stacked;

import static java.util.Objects.requireNonNull;

import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Every entry of every parameter of a layer, those of one unit together.
 *
 * @param l the layer
 * @param parameters by their kind
 */
record LayerEntries(int l, Map<Kind, Values> parameters) {

    static LayerEntries of(int l, LayerParameters<Values> layer) {
        Map<Kind, Values> parameters = new EnumMap<>(Kind.class);
        Values[] tensors = {layer.w(), layer.b(), layer.gamma(), layer.beta()};
        Kind[] kinds = {Kind.W, Kind.B, Kind.GAMMA, Kind.BETA};
        for (int k = 0; k < kinds.length; k++) {
            if (tensors[k] != null) {
                parameters.put(kinds[k], tensors[k]);
            }
        }
        return new LayerEntries(l, parameters);
    }

    /** How many there are. */
    int size() {
        return parameters.values().stream().mapToInt(Values::size).sum();
    }

    /** How many units; 0 without parameters. */
    int units() {
        return parameters.entrySet().stream()
                .mapToInt(parameter -> parameter.getKey() == Kind.W
                        ? parameter.getValue().rows()
                        : parameter.getValue().columns())
                .max()
                .orElse(0);
    }

    /** Those of the units from one up to another. */
    List<Place> places(int from, int to) {
        List<Place> places = new ArrayList<>();
        for (int unit = from; unit < to; unit++) {
            for (Map.Entry<Kind, Values> parameter : parameters.entrySet()) {
                boolean isWeights = parameter.getKey() == Kind.W;
                for (int input = 0; input < (isWeights ? parameter.getValue().columns() : 1); input++) {
                    places.add(new Place(parameter.getKey(), unit, input));
                }
            }
        }
        return places;
    }

    /** Numbers of each parameter, row by row. */
    Map<Kind, double[]> each(Function<Node, double[]> numbers) {
        Map<Kind, double[]> each = new EnumMap<>(Kind.class);
        parameters.keySet().forEach(kind -> each.put(kind, numbers.apply(new Node(l, kind))));
        return each;
    }

    /** The index of a place in its parameter. */
    int index(Place place) {
        return place.kind() == Kind.W ? place.unit() * columns(Kind.W) + place.input() : place.unit();
    }

    /** Of a parameter that the layer has. */
    int columns(Kind kind) {
        return requireNonNull(parameters.get(kind)).columns();
    }
}
