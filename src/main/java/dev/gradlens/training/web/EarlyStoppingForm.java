package dev.gradlens.training.web;

import dev.gradlens.wire.bind.Called;
import jakarta.validation.constraints.Min;

/**
 * When it ends before its last epoch.
 *
 * @param patience epochs in a row whose cost on the validation part is not below the lowest before
 */
@Called("an early stopping")
record EarlyStoppingForm(@Min(1) Integer patience) {}
