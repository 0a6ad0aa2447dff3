package dev.gradlens.model.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.model.Model;
import dev.gradlens.tensor.Precision;
import dev.gradlens.wire.setup.NetworkForm;
import dev.gradlens.wire.tensors.Encoding;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A model.
 *
 * @param id by which it is found
 * @param name for people; absent where it has none
 * @param training the id of the training that made it; absent of one that was uploaded
 * @param step after which step of the training it was made, 0 before the first; 0 of one that was uploaded
 * @param network every convention of every layer given
 * @param effective how it computes, with nothing left to a default
 * @param standardization what is done to every example before the first layer; absent where nothing is
 * @param sha256 of its file, which is what its parameters are as safetensors: 64 hexadecimal digits
 * @param bytes of that file
 * @param createdAt when it was made, in UTC
 */
@Schema(name = "Model")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelAnswer(
        String id,
        @Nullable String name,
        @Nullable String training,
        long step,
        NetworkForm network,
        ModelConventions effective,
        @Nullable StandardizationAnswer standardization,
        String sha256,
        long bytes,
        String createdAt) {

    /**
     * How a model computes.
     *
     * @param network every convention of every layer given
     * @param precision of its parameters and of what is computed with them
     */
    record ModelConventions(NetworkForm network, Precision precision) {}

    static ModelAnswer of(Model model) {
        NetworkForm network = NetworkForm.of(model.spec());
        return new ModelAnswer(
                model.id(),
                model.name(),
                model.training(),
                model.step(),
                network,
                new ModelConventions(network, model.precision()),
                StandardizationAnswer.of(model.standardization(), Encoding.NESTED),
                model.file().sha256(),
                model.file().bytes(),
                model.createdAt().toString());
    }
}
