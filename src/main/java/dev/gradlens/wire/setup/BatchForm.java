package dev.gradlens.wire.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gradlens.wire.bind.Called;
import dev.gradlens.wire.tensors.IntegersInput;
import dev.gradlens.wire.tensors.MatrixInput;
import org.jspecify.annotations.Nullable;

/**
 * A batch. It has exactly one of {@code Y}, {@code labels} and {@code upstream}.
 *
 * @param layout whether an example is a row or a column of X, Y and upstream, and of the tensors of the answer; rows where
 *     it is not given, but columns under the conventions {@code course}
 * @param x the examples, as many numbers each as the network has inputs
 * @param y targets, of the shape of the last layer's A; soft ones need not sum to 1
 * @param labels class numbers from 0 for the cross-entropies, 0 or 1 for a single binary output
 * @param upstream for the loss {@code upstream}: the given gradient dA of the last layer, of the shape of its A
 */
@Called("a batch")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchForm(
        @Nullable Layout layout,
        @JsonProperty("X") MatrixInput x,
        @JsonProperty("Y") @Nullable MatrixInput y,
        @Nullable IntegersInput labels,
        @Nullable MatrixInput upstream) {}
