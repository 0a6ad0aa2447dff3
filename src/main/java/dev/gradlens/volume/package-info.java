/**
 * What is kept, and where: a folder of files that are named by their content, and beside it the embedded database where no
 * other is named. A file counts from the moment at which a row of the database names it. May use the root of {@code wire}.
 */
@ApplicationModule(allowedDependencies = "wire")
@NullMarked
package dev.gradlens.volume;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
