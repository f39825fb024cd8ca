package io.parley.comments.comment;

import org.jspecify.annotations.Nullable;

/**
 * What a comment is to say from now on.
 *
 * @param language null if the platform does not know it
 */
record NewText(String body, @Nullable String language) {
}
