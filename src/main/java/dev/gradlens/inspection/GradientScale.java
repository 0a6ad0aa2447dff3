package dev.gradlens.inspection;

import dev.gradlens.network.Node;
import dev.gradlens.network.Setup;
import dev.gradlens.network.loss.Upstream;

/** Of what the shown gradients are derivatives. */
public enum GradientScale {
    /** All of J. */
    COST,
    /** Those of parameters of J, all others of m·J, as in a course that takes the 1/m in dW and db. */
    MEAN_IN_PARAMETERS;

    /** What the gradient of J by this node is multiplied by; a given upstream gradient has no 1/m to move. */
    double factor(Node node, Setup setup) {
        boolean ofJ = this == COST || node.kind().isParameter() || setup.spec().loss() instanceof Upstream;
        return ofJ ? 1 : setup.batch().examples();
    }
}
