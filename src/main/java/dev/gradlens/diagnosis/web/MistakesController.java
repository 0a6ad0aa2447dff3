package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains the mistakes that a diagnosis can name. */
@Tag(name = "Mistakes", description = "What people get wrong in a backward pass by hand, and how it is put right.")
@RestController
@RequestMapping(path = MistakesController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
final class MistakesController {
    static final String PATH = "/v1/mistakes";

    private final MistakePages pages;

    MistakesController(MistakePages pages) {
        this.pages = pages;
    }

    /**
     * Explains every mistake of the catalogue.
     *
     * @return all of them, in the order of the catalogue
     */
    @Operation(operationId = "listMistakes", summary = "List the mistakes")
    @GetMapping
    List<MistakePage> all() {
        return pages.all();
    }

    /**
     * Explains one mistake of the catalogue.
     *
     * @param id its code, such as Z03
     * @return the line as it was probably written, the right one, why, and what it does to training
     */
    @Operation(operationId = "explainMistake", summary = "Explain a mistake")
    @GetMapping("/{id}")
    MistakePage one(@PathVariable String id) {
        return pages.find(id)
                .orElseThrow(() -> new NotFoundException("There is no mistake " + Echo.of(id) + " in the catalogue."));
    }
}
