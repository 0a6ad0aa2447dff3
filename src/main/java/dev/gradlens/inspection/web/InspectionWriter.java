package dev.gradlens.inspection.web;

import dev.gradlens.inspection.InspectionResult;
import dev.gradlens.inspection.JacobianResult;
import dev.gradlens.inspection.Law;
import dev.gradlens.inspection.LayerResult;
import dev.gradlens.inspection.PathsResult;
import dev.gradlens.inspection.Warning;
import dev.gradlens.inspection.web.InspectionAnswer.RunAnswer;
import dev.gradlens.inspection.web.InspectionAnswer.WarningAnswer;
import dev.gradlens.inspection.web.LayerAnswer.LawAnswer;
import dev.gradlens.inspection.web.LayerAnswer.PathsAnswer;
import dev.gradlens.network.Node;
import dev.gradlens.network.Node.Kind;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.nodes.BackwardAnswer;
import dev.gradlens.wire.nodes.ForwardAnswer;
import dev.gradlens.wire.nodes.ParametersAnswer;
import dev.gradlens.wire.setup.EffectiveConventions;
import dev.gradlens.wire.setup.LayerForm;
import dev.gradlens.wire.tensors.Real;
import dev.gradlens.wire.tensors.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the result of an inspection on the wire. */
final class InspectionWriter {
    private final InspectionResult result;
    private final EffectiveConventions effective;
    private final Tensors tensors;

    private InspectionWriter(InspectionResult result, EffectiveConventions effective, Destination destination) {
        this.result = result;
        this.effective = effective;
        this.tensors = new Tensors(effective.layout(), effective.precision(), destination);
    }

    /** The document, with those tensors that their destination leaves in it. */
    static InspectionAnswer write(
            InspectionResult result, EffectiveConventions effective, Destination destination, Duration took) {
        return new InspectionWriter(result, effective, destination).answer(took);
    }

    private InspectionAnswer answer(Duration took) {
        tensors.note(null, "cost", result.cost());
        List<LayerAnswer> layers = new ArrayList<>();
        for (int l = 0; l < result.layers().size(); l++) {
            layers.add(layer(l, result.layers().get(l)));
        }
        Tensor dX = tensors.examples(null, TensorName.OF_X, result.gradients().get(Node.X));
        ParametersAnswer parameters =
                result.parameters().map(new ParametersWriter(tensors)::write).orElse(null);
        tensors.begin();
        return new InspectionAnswer(
                tensors.real(result.cost()),
                layers,
                dX,
                parameters,
                result.check().map(new CheckWriter(effective)::write).orElse(null),
                result.comparison().map(BackwardsWriter::comparisons).orElse(null),
                result.descent().map(new BackwardsWriter(tensors)::descent).orElse(null),
                effective,
                warnings(),
                new RunAnswer(result.backend(), took.toNanos() / 1e6));
    }

    private LayerAnswer layer(int l, LayerResult layer) {
        return new LayerAnswer(
                l + 1,
                type(l),
                forward(l + 1, layer),
                backward(l),
                layer.paths().map(paths -> paths(l + 1, paths)).orElse(null),
                layer.laws().map(this::laws).orElse(null),
                layer.jacobian().map(result -> jacobian(l + 1, result)).orElse(null),
                layer.jacobian().map(result -> residual(l + 1, result)).orElse(null),
                layer.resources().map(ResourcesAnswer::of).orElse(null));
    }

    private String type(int l) {
        return switch (effective.network().layers().get(l)) {
            case LayerForm.Dense dense -> "dense";
            case LayerForm.Normalize normalize -> "normalize";
        };
    }

    private ForwardAnswer forward(int layer, LayerResult forward) {
        return new ForwardAnswer(
                tensors.examples(layer, "Z", forward.z()),
                tensors.vector(layer, "mu", forward.mu()),
                tensors.vector(layer, "sigma2", forward.sigma2()),
                tensors.examples(layer, "Znorm", forward.zNorm()),
                tensors.examples(layer, "Ztilda", forward.zTilda()),
                tensors.examples(layer, "A", forward.a()),
                tensors.vector(layer, "runningMean", forward.runningMean()),
                tensors.vector(layer, "runningVariance", forward.runningVariance()));
    }

    private BackwardAnswer backward(int l) {
        return new BackwardAnswer(
                examples(l, Kind.A),
                examples(l, Kind.Z_TILDA),
                examples(l, Kind.Z_NORM),
                vector(l, Kind.SIGMA2),
                vector(l, Kind.MU),
                examples(l, Kind.Z),
                tensors.weights(l + 1, "dW", gradient(l, Kind.W)),
                vector(l, Kind.B),
                vector(l, Kind.GAMMA),
                vector(l, Kind.BETA));
    }

    private @Nullable Values gradient(int l, Kind kind) {
        return result.gradients().get(new Node(l, kind));
    }

    private @Nullable Tensor examples(int l, Kind kind) {
        return tensors.examples(l + 1, Names.gradient(kind), gradient(l, kind));
    }

    private @Nullable Tensor vector(int l, Kind kind) {
        return tensors.vector(l + 1, Names.gradient(kind), gradient(l, kind));
    }

    private PathsAnswer paths(int layer, PathsResult paths) {
        return new PathsAnswer(
                tensors.examples(layer, "paths.direct", paths.direct()),
                tensors.examples(layer, "paths.throughMean", paths.throughMean()),
                tensors.examples(layer, "paths.throughVariance", paths.throughVariance()),
                new LinkedHashMap<>(paths.norms()));
    }

    private @Nullable Tensor jacobian(int layer, JacobianResult result) {
        return tensors.squares(layer, "jacobian", result.jacobian());
    }

    private Real residual(int layer, JacobianResult result) {
        tensors.note(layer, "jacobianResidual", result.residual());
        return tensors.real(result.residual());
    }

    private List<LawAnswer> laws(List<Law> laws) {
        return laws.stream()
                .map(law -> new LawAnswer(
                        law.kind(),
                        law.kind().statement(),
                        tensors.series(law.left()),
                        tensors.series(law.right()),
                        tensors.real(law.residual()),
                        law.holds()))
                .toList();
    }

    private List<WarningAnswer> warnings() {
        List<WarningAnswer> all =
                new ArrayList<>(result.warnings().stream().map(this::warning).toList());
        all.addAll(tensors.warnings());
        return all;
    }

    private WarningAnswer warning(Warning warning) {
        String tensor = switch (warning.code()) {
            case NOT_DIFFERENTIABLE -> result.layers().get(warning.layer()).zTilda() == null ? "Z" : "Ztilda";
            case NOT_OBSERVABLE -> "dZ";
            case SINGLE_VALUE -> "Znorm";
            case RUNNING_VARIANCE_KEPT -> "runningVariance";
        };
        return new WarningAnswer(
                WarningCode.of(warning.code()),
                warning.layer() + 1,
                tensor,
                warning.count(),
                warning.code().detail());
    }
}
