package dev.gradlens.model.web;

import dev.gradlens.network.Standardization;
import dev.gradlens.wire.tensors.Encoding;
import dev.gradlens.wire.tensors.Tensor;
import dev.gradlens.wire.tensors.Vector;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is done to every example before the first layer: (x − mean)/std of each feature, only x − mean where std is 0. These are
 * doubles, whatever the precision of the parameters.
 *
 * @param mean one for each input
 * @param std one for each input
 */
@Schema(name = "StandardizationOfAModel")
record StandardizationAnswer(@Vector Tensor mean, @Vector Tensor std) {

    static @Nullable StandardizationAnswer of(@Nullable Standardization standardization, Encoding encoding) {
        return standardization == null
                ? null
                : new StandardizationAnswer(
                        Tensor.vector(standardization.mean().rowMajor()).in(encoding),
                        Tensor.vector(standardization.std().rowMajor()).in(encoding));
    }
}
