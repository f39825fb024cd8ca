package io.parley.moderation.text;

/**
 * A part of a text.
 *
 * @param start first UTF-16 index
 * @param end index after the last
 */
public record Stretch(int start, int end) {
}
