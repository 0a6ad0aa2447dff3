/**
 * The endpoints of diagnoses: the catalogue's texts, requests, answers, streams of them, and the mapping between them and the use
 * case.
 */
@NullMarked
package dev.gradlens.diagnosis.web;

import org.jspecify.annotations.NullMarked;
