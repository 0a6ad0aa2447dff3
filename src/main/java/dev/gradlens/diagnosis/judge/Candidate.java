package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.tensor.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tensor as a mistake makes it, in some branch. */
final class Candidate {
    private final Branch parent;
    private final Site site;
    private final List<Mistake> mistakes;
    private final String detail;
    private final boolean isMain;
    private final Values values;
    private @Nullable Branch behind;

    Candidate(Branch parent, Site site, List<Mistake> mistakes, String detail, boolean isMain, Values values) {
        this.parent = parent;
        this.site = site;
        this.mistakes = mistakes;
        this.detail = detail;
        this.isMain = isMain;
        this.values = values;
    }

    Site site() {
        return site;
    }

    /** One, or two at once. */
    List<Mistake> mistakes() {
        return mistakes;
    }

    Mistake mistake() {
        return mistakes.getFirst();
    }

    String detail() {
        return detail;
    }

    boolean isMain() {
        return isMain;
    }

    Values values() {
        return values;
    }

    /** What follows where this was computed. */
    Branch behind() {
        if (behind == null) {
            behind = parent.with(site, values, this);
        }
        return behind;
    }
}
