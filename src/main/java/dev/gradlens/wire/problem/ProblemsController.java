package dev.gradlens.wire.problem;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains the types of problems at the addresses that problems name. */
@Tag(name = "Problems", description = "What an answer of type application/problem+json means.")
@RestController
@RequestMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
final class ProblemsController {

    /**
     * Lists every type of problem that an answer may have.
     *
     * @return all types
     */
    @Operation(operationId = "listProblems", summary = "List the types of problems")
    @GetMapping
    Explanations all() {
        return new Explanations(
                Stream.of(ProblemType.values()).map(Explanation::of).toList());
    }

    /**
     * Explains one type of problem at the address that a problem names as its type.
     *
     * @param slug the last part of the type
     * @return the type and what to do about it
     */
    @Operation(operationId = "explainProblem", summary = "Explain a type of problem")
    @GetMapping("/{slug}")
    Explanation one(@PathVariable String slug) {
        return ProblemType.ofSlug(slug)
                .map(Explanation::of)
                .orElseThrow(() -> new NotFoundException("There is no type of problem " + Echo.of(slug) + "."));
    }

    /**
     * All types.
     *
     * @param items in the order of their status
     */
    @Schema(name = "ProblemTypes")
    record Explanations(List<Explanation> items) {}

    /**
     * What a type of problem means.
     *
     * @param type its address
     * @param title what it is
     * @param status of HTTP
     * @param explanation what to do about it
     */
    @Schema(name = "ProblemType")
    record Explanation(String type, String title, int status, String explanation) {
        static Explanation of(ProblemType type) {
            return new Explanation(type.uri(), type.title(), type.status(), type.explanation());
        }
    }
}
