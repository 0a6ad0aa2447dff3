package dev.gradlens.wire.openapi;

import java.util.List;

/**
 * What is offered with an operation wherever the document is shown. A feature has a bean of it for each operation.
 *
 * @param operation the operation's id
 * @param examples in the order in which they are offered
 */
public record RequestExamples(String operation, List<RequestExample> examples) {}
