/** The application class alone; every room of the house is a package beneath. */
@NullMarked
package dev.gradlens;

import org.jspecify.annotations.NullMarked;
