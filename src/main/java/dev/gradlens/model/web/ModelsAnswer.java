package dev.gradlens.model.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gradlens.model.Model;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of models.
 *
 * @param items from the oldest on
 * @param next what to ask for with {@code after} to go on; absent on the last page
 */
@Schema(name = "ModelPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModelsAnswer(List<ModelAnswer> items, @Nullable Long next) {

    /** @param found one more than the page has, where there are more */
    static ModelsAnswer of(List<Model> found, int limit) {
        List<ModelAnswer> items =
                found.stream().limit(limit).map(ModelAnswer::of).toList();
        return new ModelsAnswer(
                items, found.size() > limit ? found.get(limit - 1).number() : null);
    }
}
