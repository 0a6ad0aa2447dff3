/**
 * Random numbers that are the same on every machine: a generator that is written down here by name and knows nothing of
 * the machine's own. Depends on nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.gradlens.random;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
