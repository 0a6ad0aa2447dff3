/** Keeps data sets: a row for each in the database, their numbers as files on the volume, and those that are built in. */
@NullMarked
package dev.gradlens.dataset.store;

import org.jspecify.annotations.NullMarked;
