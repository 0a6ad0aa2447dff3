package dev.gradlens.diagnosis.web;

import dev.gradlens.wire.openapi.RequestExample;
import dev.gradlens.wire.openapi.RequestExamples;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** A request to begin with, which can be sent as it is. */
final class DiagnosisExample {
    static final String OPERATION = "diagnose";
    private static final String NAME = "diagnosis-statistics-as-constants";

    private DiagnosisExample() {}

    static ClassPathResource body() {
        return new ClassPathResource("examples/" + NAME + ".json");
    }

    static RequestExamples all() {
        return new RequestExamples(
                OPERATION,
                List.of(new RequestExample(
                        NAME,
                        "A backward that holds mu and sigma2 constant",
                        "dgamma, dbeta and dZ of a lone batch normalization, rounded to six decimals: the first two are"
                                + " right, and dZ lacks the two paths through the statistics of the batch.",
                        body())));
    }
}
