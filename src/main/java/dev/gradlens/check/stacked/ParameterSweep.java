package dev.gradlens.check.stacked;

import static java.util.Objects.requireNonNull;

import dev.gradlens.check.oracle.CentralDifference;
import dev.gradlens.check.oracle.CheckProgress;
import dev.gradlens.check.oracle.ComplexNetwork;
import dev.gradlens.check.oracle.KinkSides;
import dev.gradlens.check.oracle.MovedCost;
import dev.gradlens.check.oracle.StepSize;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.network.Setup;
import dev.gradlens.tensor.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The derivatives of J by every parameter of a network, without verdicts and on one thread; all parameters of a unit move in
 * the same stacks.
 */
public final class ParameterSweep {
    /** Entries between two reports of progress, but for those of one unit: some milliseconds. */
    private static final int PIECE = 4096;

    private final Setup setup;
    private final ComplexNetwork network;
    private final Stacks stacks;
    private final List<LayerEntries> layers;

    /** Runs forward once. */
    public ParameterSweep(Setup setup) {
        this.setup = setup;
        this.network = new ComplexNetwork(setup, KinkSides.none());
        this.stacks = new Stacks(
                network.known(), new Buffers(setup.spec(), setup.batch().examples()));
        this.layers = IntStream.range(0, setup.parameters().size())
                .mapToObj(l -> LayerEntries.of(l, setup.parameters().get(l)))
                .toList();
    }

    /** By (J(x + h) − J(x − h))/2h, on whichever side of their kinks activations are; NaN where J is not finite. */
    public Map<Node, Values> byCentralDifference(StepSize step, CheckProgress progress) {
        CentralDifference plain = new CentralDifference(new MovedCost(network), step, 0);
        return swept(
                node -> plain.steps(node, setup.at(node).columns(), everywhere(node)),
                (l, places, x, h) -> new DifferenceQuotients(stacks, l, places, new Steps(x, h), 1).free(),
                progress);
    }

    /** By Im J(x + ih)/h; NaN or infinite where it is. */
    public Map<Node, Values> byComplexStep(CheckProgress progress) {
        return swept(this::complexSteps, this::imaginaryPerStep, progress);
    }

    private double[] complexSteps(Node node) {
        int columns = setup.at(node).columns();
        return IntStream.of(everywhere(node))
                .mapToDouble(index -> network.step(node, index / columns, index % columns))
                .toArray();
    }

    private double[] imaginaryPerStep(int l, List<Place> places, double[] x, double[] h) {
        double[] derivatives = stacks.run(l, places, h, ImaginaryParts::new).costs();
        for (int k = 0; k < h.length; k++) {
            derivatives[k] /= h[k];
        }
        return derivatives;
    }

    private int[] everywhere(Node node) {
        return IntStream.range(0, setup.at(node).size()).toArray();
    }

    private interface StepsOf {
        /** Of every entry. */
        double[] steps(Node node);
    }

    private interface Derivative {
        /** By entries of layer l. */
        double[] by(int l, List<Place> places, double[] x, double[] h);
    }

    private Map<Node, Values> swept(StepsOf steps, Derivative derivative, CheckProgress progress) {
        double all = layers.stream().mapToDouble(LayerEntries::size).sum();
        Map<Node, Values> derivatives = new LinkedHashMap<>();
        double done = 0;
        for (LayerEntries layer : layers) {
            Map<Kind, double[]> h = layer.each(steps::steps);
            Map<Kind, double[]> found =
                    layer.each(node -> new double[setup.at(node).size()]);
            int piece = Math.max(1, PIECE * layer.units() / Math.max(1, layer.size()));
            for (int unit = 0; unit < layer.units(); unit += piece) {
                List<Place> places = layer.places(unit, Math.min(unit + piece, layer.units()));
                sweep(layer, places, h, found, derivative);
                done += places.size();
                progress.done(done / all);
            }
            found.forEach((kind, numbers) -> {
                Node node = new Node(layer.l(), kind);
                derivatives.put(
                        node, new Values(setup.at(node).rows(), setup.at(node).columns(), numbers));
            });
        }
        return derivatives;
    }

    private void sweep(
            LayerEntries layer,
            List<Place> places,
            Map<Kind, double[]> steps,
            Map<Kind, double[]> found,
            Derivative derivative) {
        double[] x = new double[places.size()];
        double[] h = new double[places.size()];
        for (int k = 0; k < h.length; k++) {
            Place place = places.get(k);
            x[k] = requireNonNull(layer.parameters().get(place.kind())).rowMajor()[layer.index(place)];
            h[k] = requireNonNull(steps.get(place.kind()))[layer.index(place)];
        }
        double[] derivatives = stacks.isUsable() ? derivative.by(layer.l(), places, x, h) : nothing(h.length);
        for (int k = 0; k < h.length; k++) {
            Place place = places.get(k);
            requireNonNull(found.get(place.kind()))[layer.index(place)] = derivatives[k];
        }
    }

    private static double[] nothing(int count) {
        double[] nothing = new double[count];
        Arrays.fill(nothing, Double.NaN);
        return nothing;
    }
}
