package dev.gradlens.check;

import dev.gradlens.check.oracle.Derivatives;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How far an oracle lies from the gradients as its step shrinks: truncation falls with the step, rounding of what is
 * subtracted rises. A complex step subtracts nothing, and only falls.
 *
 * @param steps h beside the scale of each entry, from the longest
 * @param errors ‖a − n‖/(‖a‖ + ‖n‖) over the entries looked at; NaN where J is not real at some point
 * @param entries how many were looked at, evenly over all gradients that are checked
 */
public record StepSizeCurve(double[] steps, double[] errors, int entries) {
    /** Powers of ten from the scale of an entry down to where x + h is x. */
    static final int STEPS = 17;

    /** Enough to see the valley. Each is differentiated at every step. */
    static final int ENTRIES = 32;

    static StepSizeCurve of(Subject subject, List<Node> nodes, Function<StepSize, Derivatives> oracle) {
        List<Place> places = evenly(places(subject, nodes));
        double[] steps =
                IntStream.range(0, STEPS).mapToDouble(k -> Math.pow(10, -k)).toArray();
        double[] errors = new double[steps.length];
        for (int k = 0; k < steps.length; k++) {
            errors[k] = error(subject, places, oracle.apply(StepSize.relative(steps[k])));
        }
        return new StepSizeCurve(steps, errors, places.size());
    }

    private record Place(Node node, int index) {}

    private static List<Place> places(Subject subject, List<Node> nodes) {
        List<Place> places = new ArrayList<>();
        for (Node node : nodes) {
            int[] sample = new Sampling(ENTRIES, 0).indices(subject.shown(node).size());
            for (int index : sample) {
                places.add(new Place(node, index));
            }
        }
        return places;
    }

    private static List<Place> evenly(List<Place> places) {
        int[] sample = new Sampling(ENTRIES, 0).indices(places.size());
        return IntStream.of(sample).mapToObj(places::get).toList();
    }

    private static double error(Subject subject, List<Place> places, Derivatives oracle) {
        double[] analytic = new double[places.size()];
        double[] numeric = new double[places.size()];
        for (int k = 0; k < analytic.length; k++) {
            Place place = places.get(k);
            int columns = subject.shown(place.node()).columns();
            analytic[k] = subject.shown(place.node()).rowMajor()[place.index()];
            numeric[k] = oracle.of(place.node(), place.index() / columns, place.index() % columns)
                    .value();
        }
        return TensorReport.relativeDistance(analytic, numeric);
    }
}
