package dev.gradlens.training.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.setup.BatchForm;
import org.jspecify.annotations.Nullable;

/**
 * What is trained on: exactly one of both.
 *
 * @param dataset the id of a data set. Its classes are the targets: as rows with a single 1 where the network has an output for
 *     each, as numbers where it has one output
 * @param batch all examples
 */
@Called("the data")
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataForm(@Nullable String dataset, @Nullable BatchForm batch) {}
