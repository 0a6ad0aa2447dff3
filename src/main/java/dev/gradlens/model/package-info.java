/**
 * Models: networks with their parameters, trained here or uploaded, kept as files that tell by themselves what they are.
 * Depends on {@code network}, {@code tensor}, {@code volume} and {@code wire}.
 */
@ApplicationModule(allowedDependencies = {"network", "tensor", "volume", "wire", "wire :: *"})
@NullMarked
package dev.gradlens.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
