/** J at many points at once: a moved parameter changes one feature of one layer, and only what lies behind it is run again. */
@NullMarked
package dev.gradlens.check.stacked;

import org.jspecify.annotations.NullMarked;
