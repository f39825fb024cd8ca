package io.parley.local.table;

/**
 * A term from a file.
 *
 * @param line where it stands
 * @param language may be empty
 */
public record TermRow(long line, String term, String language) {
}
