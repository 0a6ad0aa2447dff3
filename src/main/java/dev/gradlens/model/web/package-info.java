/** The endpoints of models: requests, answers, what a model predicts, and models as the parameters of other requests. */
@NullMarked
package dev.gradlens.model.web;

import org.jspecify.annotations.NullMarked;
