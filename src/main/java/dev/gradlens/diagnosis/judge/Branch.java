package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.formula.Catalogue;
import dev.gradlens.diagnosis.formula.Formula;
import dev.gradlens.diagnosis.formula.Scene;
import dev.gradlens.diagnosis.world.Sites;
import dev.gradlens.diagnosis.world.World;
import dev.gradlens.tensor.Interruption;
import dev.gradlens.tensor.Kernels;
import dev.gradlens.tensor.Matrix;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A world in which some mistakes have been made, with every further one that could be made in it, computed when asked for. */
final class Branch {
    private final World world;
    private final List<Candidate> made;
    private final Sheet sheet;
    private final Map<Site, List<Candidate>> singles = new HashMap<>();
    private final Map<Site, List<Candidate>> pairs = new HashMap<>();

    Branch(Sheet sheet, World world, List<Candidate> made) {
        this.sheet = sheet;
        this.world = world;
        this.made = made;
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

    Branch with(Site site, Values values, @Nullable Candidate candidate) {
        List<Candidate> more = new ArrayList<>(made);
        if (candidate != null) {
            more.add(candidate);
        }
        return new Branch(sheet, world.with(site, values), more);
    }

    /** Those mistakes that can be made at a site and give numbers which pass a test. */
    List<Candidate> singles(Site site, Predicate<Values> test) {
        return found(site, singles, Catalogue::singles, test);
    }

    /** Two mistakes at once; none where there are too many numbers to try all. */
    List<Candidate> pairs(Site site, Predicate<Values> test) {
        return sheet.mayTryPairs(world.at(site)) ? found(site, pairs, Catalogue::pairs, test) : List.of();
    }

    private List<Candidate> found(
            Site site,
            Map<Site, List<Candidate>> kept,
            BiFunction<Scene, Step, List<Formula>> catalogue,
            Predicate<Values> test) {
        List<Candidate> known = kept.get(site);
        if (known != null) {
            return known.stream()
                    .filter(candidate -> test.test(candidate.values()))
                    .toList();
        }
        List<Candidate> all = new ArrayList<>();
        List<Candidate> found = new ArrayList<>();
        boolean keeps = sheet.mayKeep(world.at(site));
        forEach(site, catalogue, candidate -> {
            if (keeps) {
                all.add(candidate);
            }
            if (test.test(candidate.values())) {
                found.add(candidate);
            }
        });
        if (keeps) {
            sheet.hold(all);
            kept.put(site, all);
        }
        return found;
    }

    private void forEach(
            Site site, BiFunction<Scene, Step, List<Formula>> catalogue, Consumer<Candidate> consumer) {
        List<Formula> formulas;
        try (Kernels k = world.provider().open()) {
            formulas = catalogue.apply(new Scene(k, world, site.layer()), site.step());
        }
        for (int first = 0; first < formulas.size(); first += AT_ONCE) {
            Interruption.check();
            try (Kernels k = world.provider().open()) {
                Scene scene = new Scene(k, world, site.layer());
                for (Formula formula : formulas.subList(first, Math.min(first + AT_ONCE, formulas.size()))) {
                    consumer.accept(candidate(site, formula, formula.of().apply(scene)));
                }
            }
        }
    }

    /** Formulas that share what they have in common, before the kernels free what they made. */
    private static final int AT_ONCE = 32;

    private Candidate candidate(Site site, Formula formula, Matrix wrong) {
        Values right = world.at(site);
        Values values = wrong.values();
        boolean spreads = values.rows() == 1 && right.columns() == values.columns() && right.rows() > 1;
        boolean isSingle = values.size() == 1 && right.size() > 1;
        Values shaped = isSingle || spreads ? repeated(values, right) : values;
        return new Candidate(this, site, formula.mistakes(), formula.detail(), formula.isMain(), shaped);
    }

    private static Values repeated(Values values, Values like) {
        double[] entries = new double[like.size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = values.rowMajor()[values.size() == 1 ? 0 : i % like.columns()];
        }
        return new Values(like.rows(), like.columns(), entries);
    }
}
