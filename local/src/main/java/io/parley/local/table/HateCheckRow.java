package io.parley.local.table;

/**
 * A case of HateCheck: a text that shows one way to be hateful, or to look so.
 *
 * @param line where it stands
 * @param language or the empty string
 * @param functionality what the case shows
 */
public record HateCheckRow(long line, String language, String functionality, boolean hateful, String text) {
}
