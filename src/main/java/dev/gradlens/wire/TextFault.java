package dev.gradlens.wire;

/**
 * One thing that is wrong in a body of lines and cells.
 *
 * @param line from 1
 * @param column from 1; that of cells, not of characters
 * @param detail what is wrong, what was got and what is allowed
 */
public record TextFault(int line, int column, String detail) {}
