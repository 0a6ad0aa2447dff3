package dev.gradlens.inspection.web;

import dev.gradlens.wire.openapi.RequestExample;
import dev.gradlens.wire.openapi.RequestExamples;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** Requests to begin with, each of which can be sent as it is. */
enum InspectionExample {
    FORUM_NETWORK(
            "A small network with batch normalization, examples in columns",
            "Do the formulas of back-propagation change with batch normalization? dZ of each normalized layer, its three"
                    + " paths, the two shortcuts beside the exact gradient, and where gradient descent goes with each."),
    PAPER(
            "Ioffe and Szegedy's conventions, one hidden layer",
            "Examples in rows, epsilon inside the root, every gradient of J: the equations of the paper, line by line."),
    LONE_LAYER(
            "A normalization alone, with a given dA",
            "What a function batchnorm_backward(dout, cache) has to give: dX, dgamma and dbeta for a given dout."),
    STATISTICS_AS_CONSTANTS(
            "A wrong backward, which fails its check",
            "mu and sigma2 are held constant in backward. The check says where that is wrong; the comparison by how much;"
                    + " the descent whether the cost still falls."),
    DIGITS(
            "Twenty-four real handwritten digits through 64-8-10 units",
            "A batch of real data through a network with weights of two decimals.");

    static final String OPERATION = "inspect";

    private final String summary;
    private final String description;

    InspectionExample(String summary, String description) {
        this.summary = summary;
        this.description = description;
    }

    Resource body() {
        return new ClassPathResource("examples/" + slug() + ".json");
    }

    private String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
