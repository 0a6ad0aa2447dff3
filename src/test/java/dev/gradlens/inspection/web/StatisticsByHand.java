package dev.gradlens.inspection.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * The statistics of a normalization and Znorm, by their formulas and one loop each.
 *
 * @param conventions of the normalization, each of them given
 * @param parameters of its layer
 * @param z with an example in each row
 */
record StatisticsByHand(JsonNode conventions, JsonNode parameters, Numbers z) {

    private String the(String convention) {
        return conventions.path(convention).asString("");
    }

    private boolean isBatch() {
        return the("type").equals("batch");
    }

    /** What is normalized together: a unit over the batch, or an example over its units. */
    private List<double[]> groups() {
        Numbers grouped = isBatch() ? z.transposed() : z;
        return IntStream.range(0, grouped.rows()).mapToObj(grouped::row).toList();
    }

    private double mean(double[] group) {
        return the("type").equals("rms") ? 0 : DoubleStream.of(group).sum() / group.length;
    }

    private double variance(double[] group, String estimator) {
        double mean = mean(group);
        double squares =
                DoubleStream.of(group).map(x -> (x - mean) * (x - mean)).sum();
        return squares / (estimator.equals("unbiased") ? group.length - 1 : group.length);
    }

    private double sigma2(double[] group) {
        return variance(group, the("varianceEstimator"));
    }

    private DoubleStream normalized(double[] group) {
        double epsilon = conventions.get("epsilon").doubleValue();
        double s = the("epsilonPlacement").equals("insideSqrt")
                ? Math.sqrt(sigma2(group) + epsilon)
                : Math.sqrt(sigma2(group)) + epsilon;
        return DoubleStream.of(group).map(x -> (x - mean(group)) / s);
    }

    private double running(double old, double ofTheBatch) {
        double momentum = conventions.get("momentum").doubleValue();
        double kept = the("momentumConvention").equals("keepOld") ? momentum : 1 - momentum;
        return kept * old + (1 - kept) * ofTheBatch;
    }

    /** The tensors that the layer is to show, by their names. */
    Map<String, Numbers> tensors() {
        List<double[]> groups = groups();
        Map<String, Numbers> tensors = new TreeMap<>();
        tensors.put("sigma2", vector(groups.stream().mapToDouble(this::sigma2)));
        Numbers grouped = new Numbers(
                isBatch() ? z.shape().reversed() : z.shape(),
                groups.stream().flatMapToDouble(this::normalized).boxed().toList());
        tensors.put("Znorm", isBatch() ? grouped.transposed() : grouped);
        if (!the("type").equals("rms")) {
            tensors.put("mu", vector(groups.stream().mapToDouble(this::mean)));
        }
        if (isBatch()) {
            putRunning(groups, tensors);
        }
        return tensors;
    }

    private void putRunning(List<double[]> groups, Map<String, Numbers> tensors) {
        String estimator = the("runningVarianceEstimator");
        tensors.put(
                "runningMean",
                vector(IntStream.range(0, groups.size())
                        .mapToDouble(k -> running(old("runningMean", k), mean(groups.get(k))))));
        tensors.put(
                "runningVariance",
                vector(IntStream.range(0, groups.size())
                        .mapToDouble(k -> running(old("runningVariance", k), variance(groups.get(k), estimator)))));
    }

    private double old(String statistic, int unit) {
        return parameters.get(statistic).get(unit).doubleValue();
    }

    private static Numbers vector(DoubleStream values) {
        List<Double> list = values.boxed().toList();
        return new Numbers(List.of(list.size()), list);
    }
}
