/**
 * Networks as the literature writes them: forward leaves a tape, backward reads it. Depends on {@code tensor} alone;
 * knows neither HTTP nor JSON.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "tensor")
@NullMarked
package dev.gradlens.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
