package dev.gradlens.diagnosis.student;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.network.activation.Activation;
import dev.gradlens.tensor.Values;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One layer on the student's paper: what is given, how this student goes about it, and what is computed of it. */
final class Sheet extends Tensors {

    private final StudentNetwork network;
    private final Given given;
    private final Map<Mistake, Integer> planted;

    Sheet(StudentNetwork network, Given given, Map<Mistake, Integer> planted) {
        this.network = network;
        this.given = given;
        this.planted = planted;
    }

    boolean makes(Mistake mistake, Optional<Integer> reading) {
        return planted.containsKey(mistake) && reading.orElse(reading(mistake)) == reading(mistake);
    }

    private boolean makes(Mistake mistake, int reading) {
        return makes(mistake, Optional.of(reading));
    }

    /** Which way to make a planted mistake. */
    int reading(Mistake mistake) {
        return planted.getOrDefault(mistake, 0);
    }

    @Override
    Grid compute(Step step) {
        return Formulas.of(step, this).on(this);
    }

    Given given() {
        return given;
    }

    StudentNetwork network() {
        return network;
    }

    Activation activation() {
        return given.activation();
    }

    Style style() {
        return network.style();
    }

    /** m. */
    double examples() {
        return given.examples();
    }

    private Grid number(@Nullable Values parameter) {
        return network.grid(requireNonNull(parameter));
    }

    Grid w() {
        return number(given.parameters().w());
    }

    Grid b() {
        return number(given.parameters().b());
    }

    Grid gamma() {
        return number(given.parameters().gamma());
    }

    Grid beta() {
        return number(given.parameters().beta());
    }

    /** As it was before this batch. */
    Grid oldMean() {
        return number(given.parameters().runningMean());
    }

    /** As it was before this batch. */
    Grid oldVariance() {
        return number(given.parameters().runningVariance());
    }

    double weightDecay() {
        return given.setup().spec().weightDecay();
    }

    Grid y() {
        return network.grid(given.setup().batch().y());
    }

    /** What the layer takes: X or A of the layer before. */
    Grid aPrevious() {
        return network.input(given.layer());
    }

    /** What the activation is applied to. */
    Grid argument() {
        return given.isNormalized() ? zTilda() : z();
    }

    /** Z − mu. */
    Grid centred() {
        return given.isCentred() ? z().minus(at(Step.MU)) : z();
    }

    /** Whether this student has epsilon outside of the root, rightly or not. */
    boolean outside() {
        return given.isEpsilonOutside() != makes(Mistake.F02, 0);
    }

    /** Whether this student divides by one less, rightly or not. */
    boolean unbiased() {
        return given.isUnbiased() != makes(Mistake.F04, 0);
    }

    /** What mean and variance are taken over in the whole layer, rightly or not. */
    Over over() {
        return makes(Mistake.F05, 1) ? given.over().other() : given.over();
    }

    double count() {
        return count(over());
    }

    /** How many numbers of Z there are in a sum. */
    double count(Over other) {
        return other.count(given.examples(), given.units());
    }

    /** What the variance divides by. */
    double divisor() {
        return divisor(count());
    }

    double divisor(double ofSoMany) {
        return unbiased() ? ofSoMany - 1 : ofSoMany;
    }

    /** The denominator, with epsilon where this student has it. */
    Grid scale(Grid variance) {
        return scale(variance, given.epsilon(), outside());
    }

    static Grid scale(Grid variance, double epsilon, boolean outside) {
        return outside ? variance.root().plus(epsilon) : variance.plus(epsilon).root();
    }

    /** The layer's own normalization. */
    Normalized normalized() {
        return Normalized.of(this);
    }

    /** The 1/m that is taken in the gradient of a parameter, if it is. */
    double parameterDivisor() {
        return network.meanInParameters() ? examples() : 1;
    }

    /** The 1/m that is taken in the gradient of the loss, if it is. */
    double lossDivisor() {
        return network.meanInParameters() ? 1 : examples();
    }
}
