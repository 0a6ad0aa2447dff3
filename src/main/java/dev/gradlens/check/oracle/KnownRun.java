package dev.gradlens.check.oracle;

import dev.gradlens.check.complex.Complex;
import dev.gradlens.network.Setup;
import dev.gradlens.network.activation.Activation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the first run of a {@link ComplexNetwork} left, in real numbers, row by row, and how its functions of one number rise
 * there: told by the complex step of the functions themselves.
 */
public final class KnownRun {
    /** How far off the real axis the functions are looked at: its square is far below rounding; a power of 2 rounds nothing. */
    private static final double STEP = 0x1p-60;

    private final Setup setup;
    private final ComplexForward forward;
    private final Sides sides;

    KnownRun(Setup setup, ComplexForward forward) {
        this.setup = setup;
        this.forward = forward;
        this.sides = forward.knownSides();
    }

    /** Of what it is the run. */
    public Setup setup() {
        return setup;
    }

    /** Whether J and every number on the way to it is finite. */
    public boolean isFinite() {
        int layers = setup.spec().layers().size();
        ComplexLayer last = forward.layer(layers - 1);
        Complex cost = ComplexLosses.cost(
                setup.spec().loss(), last.argument(), last.a(), setup.batch().y());
        boolean isFinite = Double.isFinite(cost.re());
        for (int l = 0; l < layers; l++) {
            isFinite = isFinite
                    && areFinite(forward.layer(l).z())
                    && areFinite(forward.layer(l).argument());
            isFinite = isFinite && areFinite(forward.layer(l).a());
        }
        return isFinite;
    }

    private static boolean areFinite(ComplexMatrix matrix) {
        boolean areFinite = true;
        for (double entry : matrix.re()) {
            areFinite &= Double.isFinite(entry);
        }
        return areFinite;
    }

    /** m×inputs. */
    public double[] aPrev(int l) {
        return forward.layer(l).aPrev().re();
    }

    /** What the activation was applied to, m×units. */
    public double[] argument(int l) {
        return forward.layer(l).argument().re();
    }

    /** m×units. */
    public double[] a(int l) {
        return forward.layer(l).a().re();
    }

    /** The statistics of a layer and what they made of Z; absent where it has no normalization. */
    public @Nullable Normalized normalized(int l) {
        ComplexLayer layer = forward.layer(l);
        if (layer.mu() == null || layer.sigma2() == null || layer.zNorm() == null) {
            return null;
        }
        ComplexMatrix centred = layer.z().combine(layer.mu(), (z, mu) -> z.minus(mu));
        return new Normalized(centred.re(), layer.sigma2().re(), layer.zNorm().re());
    }

    /**
     * A normalization of Z.
     *
     * @param centred Z − mu, m×units
     * @param sigma2 one for each unit or each example
     * @param zNorm m×units
     */
    public record Normalized(double[] centred, double[] sigma2, double[] zNorm) {}

    /** Im g(x + ih)/h of each argument of an activation that treats every entry alone; m×units. */
    public double[] slopes(int l) {
        Activation activation = setup.spec().layers().get(l).activation();
        ComplexMatrix beside = beside(forward.layer(l).argument());
        return perStep(ComplexActivations.apply(activation, beside, l, sides, null));
    }

    /** The same of each entry's term of a loss that adds them up: of the last argument, or of what the last activation made of it. */
    public double[] slopesOfLoss(boolean ofArgument) {
        ComplexLayer last = forward.layer(setup.spec().layers().size() - 1);
        ComplexMatrix beside = beside(ofArgument ? last.argument() : last.a());
        return perStep(
                ComplexLosses.terms(setup.spec().loss(), beside, setup.batch().y()));
    }

    private static ComplexMatrix beside(ComplexMatrix real) {
        double[] steps = new double[real.re().length];
        Arrays.fill(steps, STEP);
        return new ComplexMatrix(real.rows(), real.columns(), real.re(), steps);
    }

    private static double[] perStep(ComplexMatrix moved) {
        double[] slopes = moved.im().clone();
        for (int index = 0; index < slopes.length; index++) {
            slopes[index] /= STEP;
        }
        return slopes;
    }

    /** On which side of its kink an activation stands: that of its argument's sign, but where rounding decides. */
    public boolean isPositive(int l, int index) {
        return sides.positive(l, index, argument(l)[index]);
    }
}
