package io.parley.comments.access;

/**
 * The blog that calls, as its key says: everything a request sees or changes belongs to
 * it.
 */
public record Site(String name) {
}
