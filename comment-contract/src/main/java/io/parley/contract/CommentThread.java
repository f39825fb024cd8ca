package io.parley.contract;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The comments of one post.
 *
 * @param id the platform's own id, unique within the site
 */
public record CommentThread(String id, @Nullable String url, @Nullable String title) {

	public CommentThread {
		requireNonNull(id, "id");
	}

}
