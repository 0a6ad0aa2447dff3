/**
 * Jobs that train: asked for, queued, run step by step, watched, interrupted and resumed. The root holds what a training is
 * and the ports of what is kept of it; {@code store} keeps it in the database, {@code run} does the steps, {@code web} answers
 * clients.
 */
@ApplicationModule(
        allowedDependencies = {"check", "dataset", "model", "network", "random", "tensor", "volume", "wire", "wire :: *"
        })
@NullMarked
package dev.gradlens.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
