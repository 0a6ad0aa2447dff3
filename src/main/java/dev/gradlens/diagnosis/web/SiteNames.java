package dev.gradlens.diagnosis.web;

import dev.gradlens.diagnosis.Site;
import org.jspecify.annotations.Nullable;

/** The names of tensors on the wire. */
final class SiteNames {
    private SiteNames() {}

    static String of(Site site) {
        return site.equals(Site.D_X) ? "dX" : StepNames.of(site.step());
    }

    /** Layers count from 1 on the wire; dX belongs to none. */
    static @Nullable Integer layer(Site site) {
        return site.equals(Site.D_X) ? null : site.layer() + 1;
    }
}
