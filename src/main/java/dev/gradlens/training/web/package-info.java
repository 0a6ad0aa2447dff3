/** The endpoints of trainings: requests, answers, streams of events, and the mapping between them and what is kept. */
@NullMarked
package dev.gradlens.training.web;

import org.jspecify.annotations.NullMarked;
