package dev.gradlens.training;

/**
 * What a client sends with a request that it may have to repeat.
 *
 * @param key of the client's choice
 * @param sha256 of the request, by which a repetition is told from another request
 */
public record IdempotencyKey(String key, String sha256) {}
