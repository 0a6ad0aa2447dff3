/**
 * Every problem that the service answers with, and how each is worded. May use the root of {@code wire}, Spring MVC, and the
 * exception by which Tomcat refuses a query.
 */
@NamedInterface("problem")
@NullMarked
package dev.gradlens.wire.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
