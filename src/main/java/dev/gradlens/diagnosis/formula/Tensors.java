package dev.gradlens.diagnosis.formula;

import dev.gradlens.diagnosis.Exercise;
import dev.gradlens.diagnosis.Site;
import dev.gradlens.tensor.Values;

/** Every tensor of one computation, right or wrong. */
public interface Tensors {

    /** What is computed. */
    Exercise exercise();

    /** The tensor at a site that the network has, an example in each row and a vector as one row; column vectors over the units. */
    Values at(Site site);

    /** Whether it stands there without having been computed from what is before it. */
    boolean isReplaced(Site site);
}
