/**
 * Networks as the literature writes them: forward leaves a tape, backward reads it. Depends on {@code tensor} and
 * {@code random}; knows neither HTTP nor JSON.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"tensor", "random"})
@NullMarked
package dev.gradlens.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
