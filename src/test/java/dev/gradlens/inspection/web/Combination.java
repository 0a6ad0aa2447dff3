package dev.gradlens.inspection.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of all the ways in which the same batch can be asked for.
 *
 * @param conventions the bundle
 * @param normalization of the first of two layers, each of its conventions given or each left to the bundle
 * @param layout of the batch
 * @param scale of the gradients
 * @param precision of the computation
 */
record Combination(String conventions, ObjectNode normalization, String layout, String scale, String precision) {
    static final List<String> BUNDLES = List.of("paper", "course", "pytorch", "keras");
    static final List<String> TYPES = List.of("batch", "layer", "rms", "none");
    private static final List<String> PLACEMENTS = List.of("insideSqrt", "outsideSqrt");
    private static final List<String> ESTIMATORS = List.of("biased", "unbiased");
    private static final List<String> MOMENTUMS = List.of("keepOld", "takeNew");

    /** All of them. */
    static Stream<Combination> all() {
        return inRows().flatMap(rows -> Stream.of(rows, rows.withLayout("columns")));
    }

    /** Those with an example in each row. */
    static Stream<Combination> inRows() {
        return ofTheCost().flatMap(ofCost -> Stream.of(ofCost, ofCost.withScale("meanInParameters")));
    }

    /** Those of them whose gradients are of J. */
    static Stream<Combination> ofTheCost() {
        return inDouble().flatMap(inDouble -> Stream.of(inDouble, inDouble.withPrecision("float32")));
    }

    /** Those of them in double precision: one for every set of conventions of a normalization, and for every bundle. */
    static Stream<Combination> inDouble() {
        Stream<Combination> given = normalizations().stream().map(each -> inDouble("paper", each));
        Stream<Combination> bundled =
                BUNDLES.stream().flatMap(bundle -> TYPES.stream().map(type -> inDouble(bundle, ofType(type))));
        return Stream.concat(given, bundled);
    }

    private static Combination inDouble(String bundle, ObjectNode normalization) {
        return new Combination(bundle, normalization, "rows", "cost", "float64");
    }

    private static ObjectNode ofType(String type) {
        return InspectionClient.JSON.createObjectNode().put("type", type);
    }

    /** Each with an epsilon that is large enough to be seen in all numbers. */
    private static List<ObjectNode> normalizations() {
        List<ObjectNode> all = new ArrayList<>();
        for (String placement : PLACEMENTS) {
            all.add(placed("rms", placement));
            for (String estimator : ESTIMATORS) {
                all.add(placed("layer", placement).put("varianceEstimator", estimator));
                for (String running : ESTIMATORS) {
                    MOMENTUMS.forEach(momentum -> all.add(batch(placement, estimator, running, momentum)));
                }
            }
        }
        return all;
    }

    private static ObjectNode placed(String type, String placement) {
        return ofType(type).put("epsilon", 0.05).put("epsilonPlacement", placement);
    }

    private static ObjectNode batch(String placement, String estimator, String running, String momentum) {
        return placed("batch", placement)
                .put("varianceEstimator", estimator)
                .put("runningVarianceEstimator", running)
                .put("momentum", 0.7)
                .put("momentumConvention", momentum);
    }

    Combination withLayout(String other) {
        return new Combination(conventions, normalization, other, scale, precision);
    }

    Combination withScale(String other) {
        return new Combination(conventions, normalization, layout, other, precision);
    }

    Combination withPrecision(String other) {
        return new Combination(conventions, normalization, layout, scale, other);
    }

    String type() {
        return normalization.get("type").stringValue();
    }

    /** The request, its tensors nested. */
    ObjectNode request() {
        ObjectNode request = batch(conventions, normalization, layout);
        request.put("gradientScale", scale).put("precision", precision);
        ((ObjectNode) request.get("batch")).put("layout", layout);
        return request;
    }

    /** The batch and the parameters in a layout, without a word of layout, scale and precision. */
    static ObjectNode batch(String conventions, ObjectNode normalization, String layout) {
        ObjectNode request = Sound.of("table").put("conventions", conventions);
        Edit.put(request, "/network/layers/0/normalization", normalization);
        ObjectNode parameters = (ObjectNode) request.at("/parameters/layers/0");
        switch (normalization.get("type").stringValue()) {
            case "none" -> parameters.retain("W", "b");
            case "layer", "rms" -> parameters.retain("W", "b", "gamma", "beta");
            default -> {}
        }
        if (layout.equals("columns")) {
            List.of("/batch/X", "/batch/Y")
                    .forEach(tensor -> Edit.put(request, tensor, Forms.transposed(request.at(tensor))));
        }
        return request;
    }

    /** In few words, so that a failure can name it. */
    @Override
    public String toString() {
        String given = normalization.valueStream().map(JsonNode::asString).collect(Collectors.joining(" "));
        return String.join(" ", conventions, given, layout, scale, precision);
    }
}
