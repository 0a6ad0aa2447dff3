package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.tensor.Values;

/** A mistake of the catalogue made at one tensor of an exercise. Used by one thread at a time. */
public final class Wrong {
    private final Candidate candidate;

    Wrong(Candidate candidate) {
        this.candidate = candidate;
    }

    public Mistake mistake() {
        return candidate.mistake();
    }

    /** Which reading of the mistake; empty where there is only one. */
    public String detail() {
        return candidate.detail();
    }

    /** Whether it is the catalogue's own formula, or near it. */
    public boolean isMain() {
        return candidate.isMain();
    }

    /** Where it is made. */
    public Site site() {
        return candidate.site();
    }

    /** What it makes of the tensor. */
    public Values values() {
        return candidate.values();
    }

    /** What any tensor of the exercise is where this mistake has been made, and no other. */
    public Values behind(Site site) {
        return candidate.behind().at(site);
    }
}
