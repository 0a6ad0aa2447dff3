package dev.gradlens.diagnosis.judge;

import static java.util.Objects.requireNonNull;

import dev.gradlens.diagnosis.Finding;
import dev.gradlens.diagnosis.Finding.Named;
import dev.gradlens.diagnosis.Mistake;
import dev.gradlens.diagnosis.ShownConventions;
import dev.gradlens.diagnosis.ShownConventions.Shown;
import dev.gradlens.diagnosis.ShownConventions.StatisticsAxis;
import dev.gradlens.diagnosis.Step;
import dev.gradlens.diagnosis.Verdict;
import dev.gradlens.network.normalization.BatchNorm;
import dev.gradlens.network.normalization.Epsilon.Placement;
import dev.gradlens.network.normalization.Normalization;
import dev.gradlens.network.normalization.VarianceEstimator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the conventions of a submission from its forward tensors, layer by layer: of both placements of epsilon and both
 * estimators those under which most of a layer's tensors are right, the declared ones if in doubt.
 *
 * @param variant what was read
 */
record ForwardReading(Variant variant, List<ShownConventions> conventions) {
    private static final Set<Step> TELLING = EnumSet.of(Step.SIGMA2, Step.Z_NORM, Step.Z_TILDA, Step.A);

    static ForwardReading of(Variant declared, List<Sent> sent, Function<Variant, Sheet> sheets) {
        Map<Integer, List<Sent>> forward = new LinkedHashMap<>();
        sent.stream()
                .filter(tensor -> tensor.site().step().isForward() && !tensor.isTransposed())
                .forEach(tensor -> forward.computeIfAbsent(tensor.site().layer(), any -> new ArrayList<>())
                        .add(tensor));
        Variant read = declared;
        List<ShownConventions> conventions = new ArrayList<>();
        for (Map.Entry<Integer, List<Sent>> layer : forward.entrySet()) {
            if (declared.layers().get(layer.getKey()) != null) {
                read = read(read, layer.getKey(), layer.getValue(), sheets);
                conventions.add(shown(read, layer.getKey(), layer.getValue(), sheets));
            }
        }
        return new ForwardReading(read, conventions);
    }

    private static Variant read(Variant before, int l, List<Sent> sent, Function<Variant, Sheet> sheets) {
        Variant best = before;
        long most = right(before, sent, sheets);
        for (Variant other : otherOnes(before, l)) {
            long right = most == telling(sent) ? -1 : right(other, sent, sheets);
            if (right > most) {
                best = other;
                most = right;
            }
        }
        return best;
    }

    private static long telling(List<Sent> sent) {
        return sent.stream()
                .filter(tensor -> TELLING.contains(tensor.site().step()))
                .count();
    }

    private static List<Variant> otherOnes(Variant variant, int l) {
        Variant placed = variant.with(
                l,
                normalization -> Variant.placed(
                        normalization, normalization.epsilon().placement().other()));
        return List.of(placed, estimated(variant, l), estimated(placed, l));
    }

    private static Variant estimated(Variant variant, int l) {
        return variant.with(l, normalization -> {
            VarianceEstimator estimator = Variant.estimator(normalization);
            return estimator == null ? normalization : Variant.estimated(normalization, estimator.other());
        });
    }

    /** How many of a layer's tensors are right. */
    private static long right(Variant variant, List<Sent> sent, Function<Variant, Sheet> sheets) {
        Sheet sheet = sheets.apply(variant);
        Comparison comparison = new Comparison(sheet);
        return sent.stream()
                .filter(tensor -> TELLING.contains(tensor.site().step()))
                .filter(tensor -> comparison.fits(tensor, sheet.truth(tensor.site())))
                .count();
    }

    private static ShownConventions shown(Variant read, int l, List<Sent> sent, Function<Variant, Sheet> sheets) {
        Sheet sheet = sheets.apply(read);
        Comparison comparison = new Comparison(sheet);
        Normalization normalization = requireNonNull(read.layers().get(l));
        Optional<Sent> variance = right(sent, Step.SIGMA2, sheet, comparison);
        Optional<Sent> normalized = right(sent, Step.Z_NORM, sheet, comparison);
        Optional<Sent> mean = right(sent, Step.MU, sheet, comparison);
        Optional<Sent> ofEstimator = (variance.isPresent() ? variance : normalized)
                .filter(tensor -> differs(tensor, estimated(read, l), sheets, comparison));
        Optional<Sent> ofPlacement =
                normalized.filter(tensor -> differs(tensor, otherOnes(read, l).getFirst(), sheets, comparison));
        Optional<Sent> ofAxis = mean.isPresent() ? mean : variance.isPresent() ? variance : normalized;
        StatisticsAxis axis = normalization instanceof BatchNorm ? StatisticsAxis.BATCH : StatisticsAxis.UNITS;
        VarianceEstimator estimator = Variant.estimator(normalization);
        return new ShownConventions(
                l,
                ofAxis.map(tensor -> new Shown<>(axis, residual(tensor, sheet))),
                ofEstimator
                        .filter(any -> estimator != null)
                        .map(tensor -> new Shown<>(requireNonNull(estimator), residual(tensor, sheet))),
                ofPlacement.map(tensor -> new Shown<>(normalization.epsilon().placement(), residual(tensor, sheet))));
    }

    private static double residual(Sent tensor, Sheet sheet) {
        return Comparison.residual(tensor.values(), sheet.truth(tensor.site()));
    }

    private static Optional<Sent> right(List<Sent> sent, Step step, Sheet sheet, Comparison comparison) {
        return sent.stream()
                .filter(tensor -> tensor.site().step() == step)
                .filter(tensor -> comparison.fits(tensor, sheet.truth(tensor.site())))
                .findFirst();
    }

    private static boolean differs(Sent tensor, Variant other, Function<Variant, Sheet> sheets, Comparison comparison) {
        return !comparison.fits(tensor, sheets.apply(other).truth(tensor.site()));
    }

    /** Another reading, where a convention was found beside a mistake; empty where there is none. */
    Optional<ForwardReading> otherwise(List<Finding> findings) {
        for (Finding finding : findings) {
            boolean isNamed = finding.sent()
                    && finding.verdict() == Verdict.WRONG
                    && !finding.mistakes().isEmpty();
            if (isNamed && finding.site().step().isForward()) {
                int l = finding.site().layer();
                Optional<Variant> other =
                        otherwise(finding.mistakes().getFirst().mistake(), l);
                if (other.isPresent()) {
                    return Optional.of(new ForwardReading(other.get(), conventions));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Variant> otherwise(Mistake mistake, int l) {
        return switch (mistake) {
            case F02 -> Optional.of(otherOnes(variant, l).getFirst());
            case F04 -> Optional.of(estimated(variant, l));
            default -> Optional.empty();
        };
    }

    /** What the forward tensors show, those included that turned out to be wrong. */
    List<ShownConventions> shown(List<Finding> findings) {
        return conventions.stream().map(layer -> shown(layer, findings)).toList();
    }

    private ShownConventions shown(ShownConventions layer, List<Finding> findings) {
        Optional<Shown<StatisticsAxis>> axis = layer.axis();
        Optional<Shown<VarianceEstimator>> estimator = layer.varianceEstimator();
        Optional<Shown<Placement>> placement = layer.epsilonPlacement();
        Normalization read = requireNonNull(variant.layers().get(layer.layer()));
        for (Finding finding : findings) {
            boolean isOfLayer = finding.site().layer() == layer.layer()
                    && finding.site().step().isForward()
                    && !finding.mistakes().isEmpty();
            if (isOfLayer) {
                Named named = finding.mistakes().getFirst();
                StatisticsAxis wrong = axis(named.mistake(), read);
                VarianceEstimator other = Variant.estimator(read);
                axis = wrong == null ? axis : Optional.of(new Shown<>(wrong, named.residual()));
                estimator = named.mistake() == Mistake.F04 && other != null
                        ? Optional.of(new Shown<>(other, named.residual()))
                        : estimator;
                placement = named.mistake() == Mistake.F02
                        ? Optional.of(new Shown<>(read.epsilon().placement(), named.residual()))
                        : placement;
            }
        }
        return new ShownConventions(layer.layer(), axis, estimator, placement);
    }

    private static @Nullable StatisticsAxis axis(Mistake mistake, Normalization read) {
        return switch (mistake) {
            case F01 -> StatisticsAxis.ALL;
            case F05 -> read instanceof BatchNorm ? StatisticsAxis.UNITS : StatisticsAxis.BATCH;
            default -> null;
        };
    }

    /** Names a convention other than the declared one at the tensor that shows it. */
    Finding annotated(Finding finding, Variant declared) {
        int l = finding.site().layer();
        Normalization from = l < 0 ? null : declared.layers().get(l);
        Normalization to = l < 0 ? null : variant.layers().get(l);
        if (from == null || to == null || !finding.sent() || finding.verdict() != Verdict.CORRECT) {
            return finding;
        }
        Placement placement = to.epsilon().placement();
        if (finding.site().step() == Step.Z_NORM && placement != from.epsilon().placement()) {
            return finding.withConvention(
                    Mistake.F02, "A convention and no mistake: declare the other epsilonPlacement.");
        }
        boolean isVariance = finding.site().step() == Step.SIGMA2;
        return isVariance && Variant.estimator(from) != Variant.estimator(to)
                ? finding.withConvention(
                        Mistake.F04, "A convention and no mistake: declare the other varianceEstimator.")
                : finding;
    }
}
