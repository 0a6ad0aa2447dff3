/**
 * Matrices and the verbs that networks need of them. Depends on nothing; {@code reference}, {@code blas} and {@code nd4j}
 * implement its port.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.gradlens.tensor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
