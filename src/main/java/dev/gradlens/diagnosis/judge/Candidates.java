package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.tensor.KernelsProvider;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/** Every single mistake that can be made in an exercise. Used by one thread at a time. */
public final class Candidates {
    /** Stands for whatever constant somebody may have multiplied by: none that a mistake with a fixed meaning has. */
    private static final double SOME_CONSTANT = 10;

    private final Sheet sheet;

    /** Of an exercise on some kernels. */
    public Candidates(Exercise exercise, KernelsProvider provider) {
        this.sheet = new Sheet(exercise, provider);
    }

    /** The tensors of the exercise, in the order of computation. */
    public List<Site> sites() {
        return sheet.sites();
    }

    /** As it should be. */
    public Values truth(Site site) {
        return sheet.truth(site);
    }

    /** The mistakes at one tensor, each in all its readings. */
    public List<Wrong> at(Site site) {
        List<Wrong> all = new ArrayList<>();
        sheet.root().singles(site, values -> true).forEach(candidate -> all.add(new Wrong(candidate)));
        if (site.step() == Step.D_W) {
            add(all, site, Mistake.W06, "times " + SOME_CONSTANT, truth(site).times(SOME_CONSTANT));
            if (isSquare(truth(site))) {
                add(all, site, Mistake.W07, "", truth(site).transposed());
            }
        }
        return all;
    }

    private void add(List<Wrong> all, Site site, Mistake mistake, String detail, Values values) {
        all.add(new Wrong(new Candidate(sheet.root(), site, mistake, detail, values)));
    }

    private static boolean isSquare(Values values) {
        return values.rows() == values.columns() && values.size() > 1;
    }
}
