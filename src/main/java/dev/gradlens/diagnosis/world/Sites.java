package dev.gradlens.diagnosis.world;

import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.LayerSpec;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Mode;
import dev.gradlens.network.normalization.RmsNorm;
import java.util.ArrayList;
import java.util.List;

/** Which tensors a computation has, and which of them are computed from which. */
public final class Sites {
    private Sites() {}

    /** All of a setup, in the order of computation. */
    public static List<Site> of(Setup setup) {
        List<Site> sites = new ArrayList<>();
        for (int l = 0; l < setup.spec().layers().size(); l++) {
            for (Step step : Step.values()) {
                if (has(setup, l, step)) {
                    sites.add(new Site(l, step));
                }
            }
        }
        sites.add(Site.D_X);
        sites.sort(null);
        return sites;
    }

    /** Whether a layer, from 0, has a tensor. */
    public static boolean has(Setup setup, int l, Step step) {
        LayerSpec layer = setup.spec().layers().get(l);
        boolean normalized = layer.normalization() != null;
        boolean centred = normalized && !(layer.normalization() instanceof RmsNorm);
        boolean batch = layer.normalization() instanceof BatchNorm;
        boolean fixed = batch && setup.mode() == Mode.INFERENCE;
        return switch (step) {
            case Z, A, D_A, D_Z -> true;
            case MU -> centred;
            case SIGMA2, SCALE, Z_NORM, Z_TILDA, D_Z_TILDA, D_Z_NORM, D_GAMMA, D_BETA -> normalized;
            case RUNNING_MEAN, RUNNING_VARIANCE -> batch && !fixed;
            case D_SIGMA2 -> normalized && !fixed;
            case D_MU -> centred && !fixed;
            case D_W -> layer.hasWeights();
            case D_B -> layer.hasBias();
        };
    }

    /** Whether a tensor depends on another one, by whatever way. */
    public static boolean isBehind(NetworkSpec spec, Site site, Site cause) {
        if (site.equals(cause)) {
            return false;
        }
        if (cause.step().isForward()) {
            return behindForward(site, cause);
        }
        if (site.step().isForward() || site.layer() > cause.layer()) {
            return false;
        }
        return site.layer() == cause.layer() ? withinBackward(spec, site, cause) : reachesDZ(cause);
    }

    /** Everything from a forward tensor on depends on it; the running statistics end where they are. */
    private static boolean behindForward(Site site, Site cause) {
        if (cause.step() == Step.RUNNING_MEAN || cause.step() == Step.RUNNING_VARIANCE) {
            return false;
        }
        return !site.step().isForward() || site.compareTo(cause) > 0;
    }

    private static boolean reachesDZ(Site cause) {
        return switch (cause.step()) {
            case D_A, D_Z_TILDA, D_Z_NORM, D_SIGMA2, D_MU, D_Z -> true;
            default -> false;
        };
    }

    private static boolean withinBackward(NetworkSpec spec, Site site, Site cause) {
        boolean normalized =
                site.layer() >= 0 && spec.layers().get(site.layer()).normalization() != null;
        Step from = cause.step();
        return switch (site.step()) {
            case D_A -> false;
            case D_Z_TILDA -> from == Step.D_A;
            case D_Z_NORM, D_GAMMA, D_BETA -> from == Step.D_A || from == Step.D_Z_TILDA;
            case D_SIGMA2 -> from == Step.D_A || from == Step.D_Z_TILDA || from == Step.D_Z_NORM;
            case D_MU -> from == Step.D_A || from == Step.D_Z_TILDA || from == Step.D_Z_NORM || from == Step.D_SIGMA2;
            case D_Z -> normalized ? reachesDZ(cause) : from == Step.D_A;
            case D_W, D_B -> reachesDZ(cause);
            default -> false;
        };
    }
}
