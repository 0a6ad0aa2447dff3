/** Data sets by HTTP. */
@NullMarked
package dev.gradlens.dataset.web;

import org.jspecify.annotations.NullMarked;
