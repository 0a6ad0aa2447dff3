package dev.gradlens.diagnosis.judge;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.LayerSpec;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Where an activation has no derivative any of the usual choices is right: the left one, the right one, their mean. */
final class Kinks {
    private static final double[] OTHERS = {1, 0.5};

    private Kinks() {}

    /** The choice under which most of what was sent is right; the declared one if in doubt. */
    static Variant read(Variant variant, List<Sent> sent, Function<Variant, Sheet> sheets) {
        Sheet declared = sheets.apply(variant);
        if (!declared.isAtKink()) {
            return variant;
        }
        Variant best = variant;
        long most = right(declared, sent);
        for (double other : OTHERS) {
            Variant choice = variant.withAtKink(other);
            long right = right(sheets.apply(choice), sent);
            if (right > most) {
                best = choice;
                most = right;
            }
        }
        return best;
    }

    private static long right(Sheet sheet, List<Sent> sent) {
        Comparison comparison = new Comparison(sheet);
        return sent.stream()
                .filter(tensor -> comparison.fits(tensor, sheet.truth(tensor.site())))
                .count();
    }

    /** Whether an activation with a kink is applied to a 0. */
    static boolean isAny(Exercise exercise, Function<Site, double[]> truth) {
        List<LayerSpec> layers = exercise.setup().spec().layers();
        for (int l = 0; l < layers.size(); l++) {
            Step argument = layers.get(l).normalization() == null ? Step.Z : Step.Z_TILDA;
            if (layers.get(l).activation().hasKink()
                    && Arrays.stream(truth.apply(new Site(l, argument))).anyMatch(z -> z == 0)) {
                return true;
            }
        }
        return false;
    }
}
