package io.parley.comments.comment;

import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /v1/comments/{id}} as it came. */
record EditRequest(@Nullable String body, @Nullable String language) {
}
