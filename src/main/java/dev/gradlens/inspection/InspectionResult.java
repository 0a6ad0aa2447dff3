package dev.gradlens.inspection;

import dev.gradlens.check.CheckReport;
import dev.gradlens.network.LayerParameters;
import dev.gradlens.network.Node;
import dev.gradlens.tensor.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an inspection shows; examples in rows, gradients at the scale that was asked for.
 *
 * @param cost J
 * @param layers the first one first
 * @param gradients by node
 * @param parameters of each layer, the first one first, where they were asked for
 * @param check what the gradient check says
 * @param comparison the other backwards beside the exact one
 * @param descent J along each backward's gradient
 * @param warnings what a reader of the numbers should know
 * @param backend what computed
 */
public record InspectionResult(
        double cost,
        List<LayerResult> layers,
        Map<Node, Values> gradients,
        Optional<List<LayerParameters<Values>>> parameters,
        Optional<CheckReport> check,
        Optional<List<BackwardComparison>> comparison,
        Optional<Descent> descent,
        List<Warning> warnings,
        String backend) {}
