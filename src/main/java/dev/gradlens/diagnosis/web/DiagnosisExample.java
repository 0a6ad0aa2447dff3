package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.openapi.RequestExample;
import dev.gradlens.wire.openapi.RequestExamples;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;

/** Requests to begin with, each of which can be sent as it is. */
enum DiagnosisExample {
    STATISTICS_AS_CONSTANTS(
            "A backward that holds mu and sigma2 constant",
            "dgamma, dbeta and dZ of a lone batch normalization as a library shipped it, rounded to six decimals: the first two"
                    + " are right, and dZ lacks the two paths through the statistics of the batch."),
    FORUM_CODE(
            "Sums without an axis in forward, and the old formulas in backward",
            "Examples in columns, epsilon outside of the root, np.sum(Z) / m over all units at once, and dZ = dZtilda; with the"
                    + " forward tensors that came of it, so that backward is judged given them."),
    NOTEBOOK(
            "A lone normalization from a notebook, printed with eight decimals",
            "dgamma, dbeta and dZ by the compact formula, in which an m was lost on the way.");

    static final String OPERATION = "diagnose";

    private final String summary;
    private final String description;

    DiagnosisExample(String summary, String description) {
        this.summary = summary;
        this.description = description;
    }

    ClassPathResource body() {
        return new ClassPathResource("examples/" + slug() + ".json");
    }

    private String slug() {
        return "diagnosis-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static RequestExamples all() {
        return new RequestExamples(
                OPERATION,
                Stream.of(values())
                        .map(example -> new RequestExample(
                                example.slug(), example.summary, example.description, example.body()))
                        .toList());
    }
}
