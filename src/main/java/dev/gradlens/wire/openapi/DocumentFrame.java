package dev.gradlens.wire.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What the document says of the service as a whole, and the order of its parts, which must not depend on the machine. */
final class DocumentFrame implements GlobalOpenApiCustomizer {
    private static final String DESCRIPTION = """
            GradLens shows every number of a neural network's forward and backward pass over one batch: each node of the \
            graph of a layer, batch normalization's among them, and the derivative of the cost by it. \
            It checks these gradients against an oracle that shares no derivative code with them, and says PASS, FAIL or \
            INCONCLUSIVE. \
            It names the mistake in gradients that somebody computed, alone or in many submissions to one exercise. \
            It takes the chain rule through a normalization apart into its paths, compares the exact backward with the \
            shortcuts that people hope to get away with, and shows whether gradient descent still goes downhill with them. \
            It is for people who derive and implement back-propagation by hand, in a course or in a library, and want to \
            know where their numbers part from the true ones.""";
    private final String version;

    DocumentFrame(String version) {
        this.version = version;
    }

    @Override
    public void customise(OpenAPI document) {
        document.info(info()).servers(List.of(new Server().url("/")));
        Paths sorted = new Paths();
        sorted.putAll(new TreeMap<>(document.getPaths()));
        document.setPaths(sorted);
        sorted.values().stream().flatMap(path -> path.readOperations().stream()).forEach(DocumentFrame::unwrap);
        document.getTags().sort(Comparator.comparing(Tag::getName));
        document.getComponents()
                .setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
    }

    /** Undoes the line breaks of a comment. */
    private static void unwrap(Operation operation) {
        String description = operation.getDescription();
        if (description != null) {
            operation.setDescription(description.replaceAll("\\s+", " "));
        }
    }

    private Info info() {
        return new Info()
                .title("GradLens")
                .version(version)
                .description(DESCRIPTION)
                .license(new License().name("Apache 2.0").identifier("Apache-2.0"));
    }
}
