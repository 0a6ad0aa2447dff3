package dev.gradlens.diagnosis.mutation;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.judge.Candidates;
import dev.gradlens.diagnosis.judge.Wrong;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.Upstream;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds gradients against central differences of J, with the truncation and rounding that these have. An entry at which the
 * right gradient fails tells nothing of a mistake.
 */
final class ByDifferences implements Examination {
    private final Exercise exercise;
    private final Candidates candidates;
    private final UserTest.FiniteDifferences test;
    private final KernelsProvider provider;
    private final Map<Site, double[]> numeric = new LinkedHashMap<>();

    ByDifferences(Exercise exercise, Candidates candidates, UserTest.FiniteDifferences test, KernelsProvider provider) {
        this.exercise = exercise;
        this.candidates = candidates;
        this.test = test;
        this.provider = provider;
        Setup rounded = exercise.setup().rounded(test.precision());
        candidates.sites().stream()
                .filter(site -> site.equals(Site.D_X) || site.step().isOfAParameter())
                .forEach(site -> numeric.put(site, slopes(rounded, site)));
    }

    private double[] slopes(Setup setup, Site site) {
        Values like = candidates.truth(site);
        double[] slopes = new double[like.size()];
        for (int i = 0; i < slopes.length; i++) {
            double[] direction = new double[slopes.length];
            direction[i] = 1;
            Map<Node, Values> along = Map.of(node(site), new Values(like.rows(), like.columns(), direction));
            slopes[i] = scale(site)
                    * (cost(setup.moved(along, test.step())) - cost(setup.moved(along, -test.step())))
                    / (2 * test.step());
        }
        return slopes;
    }

    /** dX is of m·J where the 1/m is taken in the gradients of parameters. */
    private double scale(Site site) {
        boolean ofSum = exercise.meanInParameters()
                && !(exercise.setup().spec().loss() instanceof Upstream)
                && site.equals(Site.D_X);
        return ofSum ? exercise.setup().batch().examples() : 1;
    }

    private double cost(Setup setup) {
        Interruption.check();
        try (Kernels k = provider.open(test.precision())) {
            return setup.forward(setup.on(k)).cost();
        }
    }

    private static Node node(Site site) {
        return switch (site.step()) {
            case D_W -> new Node(site.layer(), Node.Kind.W);
            case D_B -> new Node(site.layer(), Node.Kind.B);
            case D_GAMMA -> new Node(site.layer(), Node.Kind.GAMMA);
            case D_BETA -> new Node(site.layer(), Node.Kind.BETA);
            default -> Node.X;
        };
    }

    @Override
    public Sight of(Wrong wrong) {
        Sight sight = Sight.NONE;
        for (Site site : numeric.keySet()) {
            boolean changes =
                    site.equals(wrong.site()) || Sites.isBehind(exercise.setup().spec(), site, wrong.site());
            sight = changes ? sight.and(sight(site, wrong.behind(site))) : sight;
        }
        return sight;
    }

    private Sight sight(Site site, Values wrong) {
        double[] right = candidates.truth(site).rowMajor();
        double[] differences = numeric.getOrDefault(site, right);
        boolean caught = wrong.size() != right.length;
        double largest = 0;
        for (int i = 0; i < Math.min(wrong.size(), right.length); i++) {
            double a = wrong.rowMajor()[i];
            caught |= !passes(a, differences[i]) && passes(right[i], differences[i]);
            double apart = Math.abs(a - right[i]);
            largest = Math.max(largest, Double.isNaN(apart) ? Double.POSITIVE_INFINITY : apart);
        }
        return new Sight(caught, true, largest);
    }

    private boolean passes(double a, double n) {
        return Math.abs(a - n) <= test.tolerance() * Math.max(Math.abs(a), Math.abs(n));
    }

    @Override
    public List<Site> failing() {
        return numeric.keySet().stream().filter(this::fails).toList();
    }

    private boolean fails(Site site) {
        double[] right = candidates.truth(site).rowMajor();
        double[] differences = numeric.getOrDefault(site, right);
        for (int i = 0; i < right.length; i++) {
            if (!passes(right[i], differences[i])) {
                return true;
            }
        }
        return false;
    }
}
