/** Takes the steps of trainings: workers that claim them, hold their leases, tell how they go, and keep checkpoints. */
@NullMarked
package dev.gradlens.training.run;

import org.jspecify.annotations.NullMarked;
