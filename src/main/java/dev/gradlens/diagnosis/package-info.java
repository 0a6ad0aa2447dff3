/**
 * Names the mistake in gradients that somebody computed: the catalogue, the matching, the fit of three paths, probes and
 * mutation scores. Depends on {@code check}, {@code network} and {@code tensor}; its {@code web} on {@code wire} too.
 */
@ApplicationModule(allowedDependencies = {"check", "network", "random", "tensor", "wire", "wire :: *"})
@NullMarked
package dev.gradlens.diagnosis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
