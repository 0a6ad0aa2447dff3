package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.formula.Catalogue;
import dev.gradlens.diagnosis.formula.Formula;
import dev.gradlens.diagnosis.formula.Right;
import dev.gradlens.diagnosis.formula.Scene;
import dev.gradlens.diagnosis.formula.Terms;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.diagnosis.world.World;
import dev.gradlens.random.RandomStream;
import dev.gradlens.random.RandomStream.Purpose;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A world in which some mistakes have been made, with every further one that could be made in it, computed when asked for. */
final class Branch {
    /** Worlds in which what was sent is moved within its rounding, at random. */
    private static final int SHADOWS = 8;

    /** Root mean squares that what follows may lie from where it came out. */
    private static final double PATIENCE = 5;

    private static final long SEED = 1;

    /** Formulas that share what they have in common, before the kernels free what they made. */
    private static final int AT_ONCE = 32;

    private final World world;
    private final List<Candidate> made;
    private final Sheet sheet;
    private final List<World> shadows;
    private final Map<Site, List<Candidate>> singles = new HashMap<>();
    private final Map<Site, List<Candidate>> pairs = new HashMap<>();
    private final Map<Site, double[]> radii = new HashMap<>();
    private final Map<Site, double[]> terms = new HashMap<>();

    Branch(Sheet sheet, World world, List<Candidate> made) {
        this(sheet, world, made, List.of());
    }

    private Branch(Sheet sheet, World world, List<Candidate> made, List<World> shadows) {
        this.sheet = sheet;
        this.world = world;
        this.made = made;
        this.shadows = shadows;
    }

    World world() {
        return world;
    }

    Values at(Site site) {
        return world.at(site);
    }

    /** The mistakes that have been made in it, the first one first. */
    List<Candidate> made() {
        return made;
    }

    Set<Site> replaced() {
        return world.replaced();
    }

    boolean has(Site site) {
        return site.equals(Site.D_X) || Sites.has(world.exercise().setup(), site.layer(), site.step());
    }

    /** Where a candidate was computed in place of the right tensor. */
    Branch with(Candidate candidate, Map<Step, Function<Scene, Matrix>> companions) {
        List<Candidate> more = new ArrayList<>(made);
        more.add(candidate);
        Map<Site, Values> wrong = new LinkedHashMap<>();
        wrong.put(candidate.site(), candidate.values());
        int layer = candidate.site().layer();
        for (Map.Entry<Step, Function<Scene, Matrix>> companion : companions.entrySet()) {
            try (Kernels k = world.provider().open()) {
                Matrix values = companion.getValue().apply(new Scene(k, world, layer));
                wrong.put(new Site(layer, companion.getKey()), values.values());
            }
        }
        List<World> shifted =
                shadows.stream().map(shadow -> replaced(shadow, wrong)).toList();
        return new Branch(sheet, replaced(world, wrong), more, shifted);
    }

    private static World replaced(World world, Map<Site, Values> wrong) {
        World changed = world;
        for (Map.Entry<Site, Values> tensor : wrong.entrySet()) {
            changed = changed.with(tensor.getKey(), tensor.getValue());
        }
        return changed;
    }

    /** Other tensors that are right at a site, given wrong statistics. */
    List<Values> otherwise(Site site) {
        try (Kernels k = world.provider().open()) {
            return Right.otherwise(new Scene(k, world, site.layer()), site.step()).stream()
                    .map(Matrix::values)
                    .toList();
        }
    }

    /** Where a tensor is another right one. */
    Branch with(Site site, Values right) {
        return new Branch(sheet, world.with(site, right), made, shadows);
    }

    /** Where something is as it was sent, which has been rounded, so that what follows from it is known to some digits only. */
    Branch with(Sent sent) {
        List<World> moved = new ArrayList<>();
        RandomStream stream = new RandomStream(SEED, Purpose.ROUNDING, 0);
        for (int shadow = 0; shadow < SHADOWS; shadow++) {
            World from = shadows.isEmpty() ? world : shadows.get(shadow);
            moved.add(from.with(sent.site(), sent.moved(stream)));
        }
        return new Branch(sheet, world.with(sent.site(), sent.values()), made, moved);
    }

    /** Σ |terms| of a sum over the batch as it stands here, for each entry: what its rounding is a part of; empty for others. */
    double[] terms(Site site) {
        return terms.computeIfAbsent(site, this::absoluteTerms);
    }

    private double[] absoluteTerms(Site site) {
        try (Kernels k = world.provider().open()) {
            return Terms.of(new Scene(k, world, site.layer()), site.step());
        }
    }

    /** How far rounding of what was sent may have moved what follows from it, for each entry; empty where nothing was. */
    double[] radius(Site site) {
        return shadows.isEmpty() ? new double[0] : radii.computeIfAbsent(site, this::spread);
    }

    private double[] spread(Site site) {
        double[] at = world.at(site).rowMajor();
        double[] spread = new double[at.length];
        for (World shadow : shadows) {
            double[] moved = shadow.at(site).rowMajor();
            for (int i = 0; i < at.length; i++) {
                double distance = moved[i] - at[i];
                spread[i] += Double.isFinite(distance) ? distance * distance : 0;
            }
        }
        for (int i = 0; i < at.length; i++) {
            spread[i] = PATIENCE * Math.sqrt(spread[i] / SHADOWS);
        }
        return spread;
    }

    /** Those mistakes that can be made at a site and give numbers which pass a test. */
    List<Candidate> singles(Site site, Predicate<Candidate> test) {
        return found(site, singles, Catalogue::singles, test);
    }

    /** Two mistakes at once; none where there are too many numbers to try all. */
    List<Candidate> pairs(Site site, Predicate<Candidate> test) {
        boolean mayTry = !sheet.effort().isSpent() && sheet.mayTryPairs(world.at(site));
        return mayTry ? found(site, pairs, Catalogue::pairs, test) : List.of();
    }

    private List<Candidate> found(
            Site site,
            Map<Site, List<Candidate>> kept,
            BiFunction<Scene, Step, List<Formula>> catalogue,
            Predicate<Candidate> test) {
        List<Candidate> known = kept.get(site);
        if (known != null) {
            return known.stream().filter(candidate -> test.test(candidate)).toList();
        }
        List<Candidate> all = new ArrayList<>();
        List<Candidate> found = new ArrayList<>();
        boolean keeps = sheet.mayKeep(world.at(site));
        forEach(site, catalogue, candidate -> {
            if (keeps) {
                all.add(candidate);
            }
            if (test.test(candidate)) {
                found.add(candidate);
            }
        });
        if (keeps) {
            sheet.hold(all);
            kept.put(site, all);
        }
        return found;
    }

    private void forEach(Site site, BiFunction<Scene, Step, List<Formula>> catalogue, Consumer<Candidate> consumer) {
        List<Formula> formulas;
        try (Kernels k = world.provider().open()) {
            formulas = catalogue.apply(new Scene(k, world, site.layer()), site.step());
        }
        for (int first = 0; first < formulas.size(); first += AT_ONCE) {
            Interruption.check();
            try (Kernels k = world.provider().open()) {
                Scene scene = new Scene(k, world, site.layer());
                for (Formula formula : formulas.subList(first, Math.min(first + AT_ONCE, formulas.size()))) {
                    Candidate candidate = candidate(site, formula, formula.of().apply(scene));
                    sheet.effort().spend(candidate.values().size());
                    consumer.accept(candidate);
                }
            }
        }
    }

    private Candidate candidate(Site site, Formula formula, Matrix wrong) {
        Values right = world.at(site);
        Values values = wrong.values();
        boolean spreads = values.rows() == 1 && right.columns() == values.columns() && right.rows() > 1;
        boolean isSingle = values.size() == 1 && right.size() > 1;
        Values shaped = isSingle || spreads ? repeated(values, right) : values;
        return new Candidate(this, site, formula, shaped);
    }

    private static Values repeated(Values values, Values like) {
        double[] entries = new double[like.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = values.rowMajor()[values.size() == 1 ? 0 : i % like.columns()];
        }
        return new Values(like.rows(), like.columns(), entries);
    }
}
