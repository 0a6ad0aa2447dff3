package dev.gradlens.diagnosis.mutation;

/**
 * A change that was tried, and helps.
 *
 * @param score with it
 */
public record Improvement(Change change, double score) {}
