package dev.gradlens.wire.problem;

import dev.gradlens.wire.Echo;
import dev.gradlens.wire.NotFoundException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Explains the types of problems at the addresses that problems name. */
@RestController
@RequestMapping(path = "/problems", produces = MediaType.APPLICATION_JSON_VALUE)
final class ProblemsController {

    @GetMapping
    Explanations all() {
        return new Explanations(
                Stream.of(ProblemType.values()).map(Explanation::of).toList());
    }

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
    record Explanations(List<Explanation> items) {}

    /**
     * What a type of problem means.
     *
     * @param type its address
     * @param title what it is
     * @param status of HTTP
     * @param explanation what to do about it
     */
    record Explanation(String type, String title, int status, String explanation) {
        static Explanation of(ProblemType type) {
            return new Explanation(type.uri(), type.title(), type.status(), type.explanation());
        }
    }
}
