package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.formula.Formula;
import dev.gradlens.tensor.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor as a mistake makes it, in some branch. */
final class Candidate {
    private final Branch parent;
    private final Site site;
    private final Formula formula;
    private final Values values;
    private @Nullable Size size;
    private @Nullable Branch behind;

    Candidate(Branch parent, Site site, Formula formula, Values values) {
        this.parent = parent;
        this.site = site;
        this.formula = formula;
        this.values = values;
    }

    /** Of a tensor that needs no formula. */
    Candidate(Branch parent, Site site, Mistake mistake, String detail, Values values) {
        this(parent, site, Formula.of(mistake, detail), values);
    }

    Site site() {
        return site;
    }

    /** One, or two at once. */
    List<Mistake> mistakes() {
        return formula.mistakes();
    }

    Mistake mistake() {
        return mistakes().getFirst();
    }

    String detail() {
        return formula.detail();
    }

    boolean isMain() {
        return formula.isMain();
    }

    Values values() {
        return values;
    }

    Size size() {
        if (size == null) {
            size = Size.of(values);
        }
        return size;
    }

    /** What follows where this was computed. */
    Branch behind() {
        if (behind == null) {
            behind = parent.with(this, formula.companions());
        }
        return behind;
    }
}
