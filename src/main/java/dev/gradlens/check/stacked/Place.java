package dev.gradlens.check.stacked;

import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * An entry of a parameter of a layer.
 *
 * @param kind which parameter
 * @param unit whose feature it changes
 * @param input of which a weight is; 0 for the others
 */
record Place(Kind kind, int unit, int input) {

    /** Entries of one parameter, by their indices row by row. */
    static List<Place> of(Node node, int columns, int[] indices) {
        List<Place> places = new ArrayList<>(indices.length);
        for (int index : indices) {
            places.add(
                    node.kind() == Kind.W
                            ? new Place(node.kind(), index / columns, index % columns)
                            : new Place(node.kind(), index, 0));
        }
        return places;
    }

    /** Whether Z moves with it, and not only what the normalization made of Z. */
    boolean movesZ() {
        return kind == Kind.W || kind == Kind.B;
    }
}
