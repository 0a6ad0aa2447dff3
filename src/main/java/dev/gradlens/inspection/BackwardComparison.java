package dev.gradlens.inspection;

import dev.gradlens.network.Node;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A wrong backward beside the exact one, gradient by gradient.
 *
 * @param rule which backward
 * @param tensors each gradient that both have
 */
public record BackwardComparison(BackwardRule rule, List<TensorComparison> tensors) {

    /**
     * One gradient x beside the exact e; NaN where a quotient has no value.
     *
     * @param cosine ⟨x, e⟩/(‖x‖·‖e‖)
     * @param relativeError ‖x − e‖/‖e‖, with 0/0 = 0
     * @param normRatio ‖x‖/‖e‖
     */
    public record TensorComparison(Node node, double cosine, double relativeError, double normRatio) {

        static TensorComparison of(Node node, Values x, Values e) {
            double[] difference = new double[x.size()];
            for (int i = 0; i < difference.length; i++) {
                difference[i] = x.rowMajor()[i] - e.rowMajor()[i];
            }
            double distance = Vectors.norm(difference);
            double normOfX = Vectors.norm(x.rowMajor());
            double normOfE = Vectors.norm(e.rowMajor());
            double cosine = Vectors.cosine(x.rowMajor(), e.rowMajor());
            return new TensorComparison(node, cosine, distance == 0 ? 0 : distance / normOfE, normOfX / normOfE);
        }
    }

    static BackwardComparison of(BackwardRule rule, Map<Node, Values> gradients, Map<Node, Values> exact) {
        List<TensorComparison> tensors = new ArrayList<>();
        gradients.forEach((node, gradient) -> {
            Values other = exact.get(node);
            if (other != null) {
                tensors.add(TensorComparison.of(node, gradient, other));
            }
        });
        return new BackwardComparison(rule, List.copyOf(tensors));
    }
}
