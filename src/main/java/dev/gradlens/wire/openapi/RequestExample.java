package dev.gradlens.wire.openapi;

import org.springframework.core.io.Resource;

/**
 * A request that can be sent as it is.
 *
 * @param name of the example
 * @param summary what it is, in a line
 * @param description what it shows
 * @param body the JSON
 */
public record RequestExample(String name, String summary, String description, Resource body) {}
