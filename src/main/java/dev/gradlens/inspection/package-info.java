/**
 * The use case of one batch: forward, backward, checked and explained. Depends on {@code check}, {@code network} and
 * {@code tensor}; its {@code web} on {@code wire} too.
 */
@ApplicationModule(allowedDependencies = {"check", "network", "tensor", "wire", "wire :: *"})
@NullMarked
package dev.gradlens.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
