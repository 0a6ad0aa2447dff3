package dev.gradlens.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradlens.diagnosis.Finding.Suspect;
import dev.gradlens.diagnosis.Fit.Coefficient;
import dev.gradlens.diagnosis.student.Printed;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A dZ that no mistake of the catalogue gives is read as what its three paths were multiplied by. */
class PathFitLawsTests {

    private static final Rounding NINE_DIGITS = new Rounding.SignificantDigits(9);
    private static final Site D_Z = new Site(0, Step.D_Z);
    private static final int SEEDS = 30 * Family.SEEDS;
    private static final double READ = 1e-6;

    @Test
    void readsConstantsAndPowers() {
        Tally read = new Tally();
        int fits = 0;

        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            Exercise exercise = Family.LONE.exercise(seed);
            ThreePaths paths = ThreePaths.of(exercise);
            Coefficient direct = coefficient(random, paths.examples());
            Coefficient mean = coefficient(random, paths.examples());
            Coefficient variance = coefficient(random, paths.examples());
            Map<Site, Values> sent = new TreeMap<>();
            sent.put(D_Z, paths.dZ(direct, mean, variance));
            Finding finding = Diagnoses.at(D_Z, Diagnoses.of(exercise, Printed.as(NINE_DIGITS, sent)));
            Optional<Fit> fit = finding.fit();
            fits += fit.isPresent() ? 1 : 0;
            boolean isRead = fit.isPresent()
                    ? isRead(fit.get(), direct, mean, variance)
                    : isExplained(exercise, finding, Printed.as(NINE_DIGITS, sent));
            read.add(isRead, seed + ": " + direct + mean + variance + " as " + fit + Outcome.inWords(finding));
        }

        assertThat(read.rate()).as("read in %s", read).isGreaterThanOrEqualTo(0.97);
        assertThat(fits).as("fits, not by the catalogue").isGreaterThan(SEEDS / 2);
    }

    private static Coefficient coefficient(Random random, double m) {
        double[] constants = {0, 1, -1, 0.5, 2, m, 1 / m, m / (m - 1)};
        double constant = constants[random.nextInt(constants.length)];
        int ofGamma = random.nextInt(3) - 1;
        int ofS = random.nextInt(4) - 1;
        return constant == 0
                ? new Coefficient(0, Optional.empty(), 0, 0)
                : new Coefficient(constant, Optional.empty(), ofGamma, ofS);
    }

    private static boolean isRead(Fit fit, Coefficient direct, Coefficient mean, Coefficient variance) {
        return fit.withinRounding()
                && isSame(fit.direct(), direct)
                && isSame(fit.throughMean(), mean)
                && isSame(fit.throughVariance(), variance);
    }

    private static boolean isSame(Coefficient read, Coefficient planted) {
        return Math.abs(read.constant() - planted.constant()) <= READ * Math.abs(planted.constant())
                && read.gammaPower() == planted.gammaPower()
                && read.sPower() == planted.sPower();
    }

    /** By a mistake or two that give the same numbers, as zeros and ones sometimes do. */
    private static boolean isExplained(Exercise exercise, Finding finding, Map<Site, Values> sent) {
        Alike alike = new Alike(exercise, sent, NINE_DIGITS);
        return finding.verdict() == Verdict.CORRECT
                || finding.mistakes().stream().anyMatch(named -> alike.gives(new Suspect(named.mistake(), D_Z), D_Z))
                || finding.combinations().stream().anyMatch(pair -> alike.gives(pair.mistakes(), D_Z));
    }
}
