package io.parley.local.table;

/**
 * A text of which it is known whether a list should find something in it.
 *
 * @param line where it stands
 * @param kind what such cases have in common
 * @param expected whether the term should be found; if not, nothing should be
 * @param term as the list writes it; empty if any will do
 */
public record CaseRow(long line, String kind, String text, boolean expected, String term) {
}
