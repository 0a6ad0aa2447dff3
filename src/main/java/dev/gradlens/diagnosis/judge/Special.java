package dev.gradlens.diagnosis.judge;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.Setup;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;

/** Mistakes that are no formula of the exercise alone: a transpose, some constant, a db that should be 0. */
final class Special {
    private static final double[] PLAUSIBLE = {3, 4, 8, 10, 100, 1000, 0.5, 0.25, 0.125, 0.1, 0.01, 0.001, -1};

    private final Comparison comparison;
    private final Branch branch;

    Special(Comparison comparison, Branch branch) {
        this.comparison = comparison;
        this.branch = branch;
    }

    /** Those that explain a tensor which no formula of the catalogue explains. */
    List<Candidate> of(Sent tensor) {
        List<Candidate> found = new ArrayList<>();
        if (tensor.site().step().isMatrix()
                && tensor.values().rows() == tensor.values().columns()) {
            add(found, tensor, Mistake.W07, "", branch.at(tensor.site()).transposed());
            if (tensor.site().step() == Step.D_W) {
                Values decay = decay(tensor);
                Values turned = branch.at(tensor.site()).plus(decay, -1).transposed();
                add(found, tensor, Mistake.W07, "but for weight decay", turned.plus(decay, 1));
            }
        }
        boolean isBias = tensor.site().step() == Step.D_B && !isBiasThatShouldBeZero(tensor.site());
        if (tensor.site().step() == Step.D_W || isBias) {
            addConstant(found, tensor);
        }
        boolean isVariance = tensor.site().step() == Step.SIGMA2;
        Values right = branch.at(tensor.site());
        if ((isVariance || tensor.site().step() == Step.D_Z)
                && tensor.isEachSingle()
                && comparison.fits(tensor, right, Comparison.Tier.LOOSE)) {
            Mistake mistake = isVariance ? Mistake.F07 : Mistake.Z54;
            found.add(new Candidate(branch, tensor.site(), mistake, "in single precision", tensor.values()));
        }
        return found;
    }

    /** W06 beside a mistake with a fixed meaning, where its constant is one that somebody may have written. */
    List<Candidate> beside(Sent tensor, Mistake mistake) {
        List<Candidate> found = new ArrayList<>();
        if (mistake == Mistake.W03 || mistake == Mistake.W04) {
            for (double constant : PLAUSIBLE) {
                add(
                        found,
                        tensor,
                        Mistake.W06,
                        "times " + constant,
                        branch.at(tensor.site()).times(constant));
            }
        }
        return found;
    }

    private void addConstant(List<Candidate> found, Sent tensor) {
        addConstant(
                found,
                tensor,
                Values.filled(tensor.values().rows(), tensor.values().columns(), 0),
                "");
        if (found.isEmpty() && tensor.site().step() == Step.D_W) {
            addConstant(found, tensor, decay(tensor), ", but for weight decay");
        }
    }

    /** The simplest constant that will do. */
    private void addConstant(List<Candidate> found, Sent tensor, Values decay, String detail) {
        Values right = branch.at(tensor.site()).plus(decay, -1);
        double fitted = dot(tensor.values().plus(decay, -1), right) / dot(right, right);
        for (double constant : new double[] {Math.rint(fitted), 1 / Math.rint(1 / fitted), fitted}) {
            boolean isConstant = Double.isFinite(constant) && constant != 0 && constant != 1;
            if (isConstant && found.isEmpty()) {
                Values values = right.times(constant).plus(decay, 1);
                add(found, tensor, Mistake.W06, "times " + constant + detail, values);
            }
        }
    }

    /** λW. */
    private Values decay(Sent tensor) {
        Setup setup = branch.world().exercise().setup();
        Values w = requireNonNull(setup.parameters().get(tensor.site().layer()).w());
        return w.times(setup.spec().weightDecay());
    }

    private void add(List<Candidate> found, Sent tensor, Mistake mistake, String detail, Values values) {
        if (comparison.fits(tensor, values)) {
            found.add(new Candidate(branch, tensor.site(), mistake, detail, values));
        }
    }

    /** A db that is not 0 though batch normalization makes it so, however it came to be. */
    boolean isBiasThatShouldBeZero(Site site) {
        return site.step() == Step.D_B
                && branch.has(new Site(site.layer(), Step.D_SIGMA2))
                && branch.world()
                                .exercise()
                                .setup()
                                .spec()
                                .layers()
                                .get(site.layer())
                                .normalization()
                        instanceof BatchNorm;
    }

    private static double dot(Values a, Values b) {
        double dot = 0;
        for (int i = 0; i < a.size(); i++) {
            dot += a.rowMajor()[i] * b.rowMajor()[i];
        }
        return dot;
    }
}
