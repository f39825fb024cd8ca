package io.parley.comments.comment;

import org.jspecify.annotations.Nullable;

/** A comment of a batch, and the caller's word for it. */
record KeyedComment(NewComment comment, @Nullable IdempotencyKey key) {
}
