package dev.gradlens.model.web;

import dev.gradlens.model.Model;
import dev.gradlens.model.ModelContent;
import dev.gradlens.model.Models;
import dev.gradlens.wire.ConflictException;
import dev.gradlens.wire.CursorRule;
import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NotFoundException;
import dev.gradlens.wire.PageLimit;
import dev.gradlens.wire.Posted;
import dev.gradlens.wire.admission.ComputePool;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists, takes and deletes models. */
@Tag(
        name = ModelController.TAG,
        description =
                "Networks with their parameters, trained here or uploaded; their ids stand for parameters elsewhere.")
@RestController
@RequestMapping(path = ModelController.PATH)
class ModelController {
    static final String PATH = "/v1/models";
    static final String TAG = "Models";

    private static final PageLimit LIMIT = new PageLimit(20, 100);

    private final Models models;
    private final ComputePool pool;

    ModelController(Models models, ComputePool pool) {
        this.models = models;
        this.pool = pool;
    }

    /**
     * Lists the models, from the oldest on.
     *
     * @param training the id of a training, whose models alone are listed
     * @param after the {@code next} of the page before
     * @param limit how many at most, up to 100; by default 20
     * @return a page of them
     */
    @Operation(operationId = "listModels", summary = "List the models")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ModelsAnswer list(
            @RequestParam(required = false) @Nullable String training,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(required = false) @Nullable Integer limit) {
        int most = LIMIT.of(limit);
        return ModelsAnswer.of(models.list(training, CursorRule.require("after", after), most + 1), most);
    }

    /**
     * Shows a model without its parameters.
     *
     * @param id of the model
     * @return what it is
     */
    @Operation(operationId = "getModel", summary = "Show a model")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ModelAnswer one(@PathVariable String id) {
        return ModelAnswer.of(existing(models, id));
    }

    /**
     * Takes a model that was trained elsewhere, in one of three ways: in JSON; as multipart/form-data of two parts,
     * {@code request} in JSON and {@code arrays}, a file whose arrays W1, b1, gamma1, beta1, runningMean1, runningVariance1 and
     * so on, standardizationMean and standardizationStd stand for what the JSON leaves out; or as a file alone, an .npz with
     * the JSON as the member response.json, or safetensors with it as the text response of __metadata__. That is the form in
     * which parameters of a model are given, so that such a file comes back as the same model.
     *
     * @return the model, whose address is in Location
     */
    @Operation(operationId = "uploadModel", summary = "Upload a model")
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.MULTIPART_FORM_DATA_VALUE,
                "application/x-npz",
                "application/x-safetensors"
            },
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ModelAnswer> upload(@RequestBody Posted<ModelForm> posted) {
        ModelContent content = ModelReader.read(posted);
        Model model = pool.compute(
                ModelWork.ofKeeping(content.spec()),
                () -> models.upload(posted.value().name(), content));
        return ResponseEntity.created(URI.create(PATH + "/" + model.id())).body(ModelAnswer.of(model));
    }

    /**
     * Deletes a model that was uploaded. The models of a training are deleted with it.
     *
     * @param id of the model
     */
    @Operation(operationId = "deleteModel", summary = "Delete a model")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String id) {
        Model model = existing(models, id);
        if (model.training() != null) {
            throw new ConflictException(
                    "The model is a checkpoint of the training %s, and is deleted with it: delete the training."
                            .formatted(model.training()));
        }
        if (!models.delete(id)) {
            throw missing(id); // somebody else was quicker
        }
    }

    static Model existing(Models models, String id) {
        return models.find(id).orElseThrow(() -> missing(id));
    }

    private static NotFoundException missing(String id) {
        return new NotFoundException("There is no model " + Echo.of(id) + ".");
    }
}
