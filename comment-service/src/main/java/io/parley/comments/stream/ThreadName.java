package io.parley.comments.stream;

/** A thread of a site. */
record ThreadName(String site, String id) {
}
