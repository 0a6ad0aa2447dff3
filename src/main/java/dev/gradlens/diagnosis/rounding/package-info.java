/** Tells from numbers how they were rounded before they were sent. */
@NullMarked
package dev.gradlens.diagnosis.rounding;

import org.jspecify.annotations.NullMarked;
