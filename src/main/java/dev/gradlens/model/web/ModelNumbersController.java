package dev.gradlens.model.web;

import dev.gradlens.model.Model;
import dev.gradlens.model.Models;
import dev.gradlens.tensor.Values;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.admission.ComputePool;
import dev.gradlens.wire.arrays.AnswerFormat;
import dev.gradlens.wire.setup.ExamplesReader;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a model has learned, and what it says. */
@Tag(name = ModelController.TAG)
@RestController
@RequestMapping(
        path = ModelController.PATH,
        produces = {MediaType.APPLICATION_JSON_VALUE, "application/x-npz", "application/x-safetensors"})
class ModelNumbersController {
    private final Models models;
    private final NamedModels named;
    private final Predictor predictor;
    private final ComputePool pool;

    ModelNumbersController(Models models, NamedModels named, Predictor predictor, ComputePool pool) {
        this.models = models;
        this.named = named;
        this.predictor = predictor;
        this.pool = pool;
    }

    /**
     * Shows the parameters of a model, every bit of them in its precision.
     *
     * <p>On {@code Accept} or {@code format} they are a file: arrays W1, b1, gamma1, beta1, runningMean1, runningVariance1 and
     * so on, standardizationMean and standardizationStd, and beside them a document with the network and the precision. As
     * safetensors it is the file whose sha256 the model tells. More numbers than an answer in JSON may have are given as a
     * file, which {@code format} asks for.
     *
     * @param id of the model
     * @param format how the answer is written; it wins over the header Accept
     * @param tensors how a tensor is written in JSON; nested where it is not given
     * @return the parameters of every layer
     */
    @Operation(operationId = "getModelParameters", summary = "Show the parameters of a model")
    @GetMapping("/{id}/parameters")
    ShownParameters parameters(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable AnswerFormat format,
            @RequestParam(required = false) @Nullable TensorEncoding tensors) {
        Model model = ModelController.existing(models, id);
        TensorEncoding encoding = tensors == null ? TensorEncoding.NESTED : tensors;
        boolean inJson = format == null || format == AnswerFormat.JSON;
        return pool.compute(
                ModelWork.ofShowing(model, inJson),
                () -> new ShownParameters(models.content(model), encoding.encoding()));
    }

    /**
     * Says what a model makes of examples: its last layer's A with running statistics, and the classes where its loss has
     * some. The examples are sent as they were measured; the model standardizes them itself.
     *
     * <p>A request may come as multipart/form-data of two parts: {@code request}, in JSON, and {@code arrays}, a file of .npz
     * or safetensors with the array X. On {@code Accept} or {@code format} the answer is a file with the array A, and the rest
     * of the document beside it.
     *
     * @param id of the model
     * @param format how the answer is written; it wins over the header Accept
     * @return A and the labels
     */
    @Operation(operationId = "predict", summary = "Predict with a model")
    @PostMapping(
            path = "/{id}/predictions",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE})
    Predicted predict(
            @PathVariable String id,
            @RequestBody Posted<PredictionForm> posted,
            @RequestParam(required = false) @Nullable AnswerFormat format) {
        Model model = ModelController.existing(models, id);
        PredictionForm form = posted.value();
        Values x = ExamplesReader.read(form, named.known(model), posted.faults());
        Values outputs = pool.compute(
                ModelWork.ofPredicting(model, x.rows()), () -> predictor.outputs(models.content(model), x));
        return new Predicted(
                outputs,
                model.spec().loss(),
                model.precision(),
                ExamplesReader.layout(form),
                form.encoding().encoding());
    }
}
