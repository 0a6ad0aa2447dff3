package dev.gradlens.model.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.gradlens.model.ModelContent;
import dev.gradlens.model.ModelFile;
import dev.gradlens.wire.arrays.FiledAnswer;
import dev.gradlens.wire.tensors.Encoding;

/**
 * The parameters of a model, which are written once it is known how the client wants them; as safetensors they are the file
 * that is kept.
 *
 * @param encoding of a tensor in JSON
 */
record ShownParameters(ModelContent content, Encoding encoding) implements FiledAnswer {
    @JsonValue
    ModelParametersAnswer document() {
        return ModelParametersAnswer.of(content, encoding);
    }

    @Override
    public Filed filed() {
        return ModelFile.of(content);
    }
}
