/** Keeps trainings in the database, by SQL that H2 and PostgreSQL both understand. */
@NullMarked
package dev.gradlens.training.store;

import org.jspecify.annotations.NullMarked;
