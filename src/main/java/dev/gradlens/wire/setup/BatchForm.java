package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.tensors.IntegersInput;
import dev.gradlens.wire.tensors.MatrixInput;
import org.jspecify.annotations.Nullable;

/**
 * A batch with one of Y, labels and upstream.
 *
 * @param layout whether an example is a row or a column
 * @param x an example in each row (or column)
 * @param y targets, of the shape of the last layer's A
 * @param labels class numbers from 0, or 0 and 1 for a single output
 * @param upstream the given gradient of the last layer's A
 */
@Called("a batch")
public record BatchForm(
        @Nullable Layout layout,
        @JsonProperty("X") MatrixInput x,
        @JsonProperty("Y") @Nullable MatrixInput y,
        @Nullable IntegersInput labels,
        @Nullable MatrixInput upstream) {}
