/** Reads CSV as RFC 4180 has it. May use the roots of {@code dataset} and {@code wire}, {@code tensor}, and UTF-8 of {@code wire}'s {@code json}. */
@NullMarked
package dev.gradlens.dataset.csv;

import org.jspecify.annotations.NullMarked;
