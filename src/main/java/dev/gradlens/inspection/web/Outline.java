package dev.gradlens.inspection.web;

import dev.gradlens.check.GradientCheck;
import dev.gradlens.inspection.Extra;
import dev.gradlens.network.NetworkSpec;
import dev.gradlens.network.normalization.BackwardRule;
import dev.gradlens.tensor.Precision;
import java.util.Optional;
import java.util.Set;

/**
 * All of an inspection but its numbers, of which its cost is told.
 *
 * @param spec the network
 * @param examples m
 * @param precision of the whole computation
 * @param rule how backward treats normalizations
 * @param check how the gradients are checked; empty if they are not
 * @param extras what else is shown
 * @param tensors which tensors are shown, and how
 */
record Outline(
        NetworkSpec spec,
        int examples,
        Precision precision,
        BackwardRule rule,
        Optional<GradientCheck> check,
        Set<Extra> extras,
        TensorChoice tensors) {}
