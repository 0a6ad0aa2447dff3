/** Keeps models: a row for each in the database, and their parameters as files on the volume. */
@NullMarked
package dev.gradlens.model.store;

import org.jspecify.annotations.NullMarked;
