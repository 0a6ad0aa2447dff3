/** The endpoint of inspections: requests, answers, and the mapping between them and the use case. */
@NullMarked
package dev.gradlens.inspection.web;

import org.jspecify.annotations.NullMarked;
