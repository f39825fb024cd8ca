package io.parley.comments.comment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What readers see of a comment has changed.
 *
 * @param transaction in which it changed; with the comment's id it tells one change from
 * all others
 * @param json the comment as it is shown now, or null if it is not shown any more
 */
public record ShownChange(String site, String threadId, UUID commentId, long transaction, @Nullable String json) {
}
