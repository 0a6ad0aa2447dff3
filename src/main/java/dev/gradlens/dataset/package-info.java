/**
 * Data sets: those that are built in, generated and uploaded ones, and their examples for whoever trains on them. Depends on
 * {@code random}, {@code tensor} and {@code volume}; its {@code web} on {@code wire} too.
 */
@ApplicationModule(allowedDependencies = {"random", "tensor", "volume", "wire", "wire :: *"})
@NullMarked
package dev.gradlens.dataset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
