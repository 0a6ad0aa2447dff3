/**
 * Gradient checking: oracles, the uncertainty of an entry, verdicts. Depends on {@code network} and {@code tensor}; knows
 * neither HTTP nor JSON.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"network", "tensor"})
@NullMarked
package dev.gradlens.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
