package io.parley.comments.comment;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/comments} as it came; nothing is certain yet, see
 * {@link RequestReader}.
 */
record SubmitRequest(@Nullable ThreadPart thread, @Nullable String parentId, @Nullable AuthorPart author,
		@Nullable String body, @Nullable String language, @Nullable String origin, @Nullable String submittedAt) {

	record ThreadPart(@Nullable String id, @Nullable String url, @Nullable String title) {
	}

	record AuthorPart(@Nullable String id, @Nullable String name, @Nullable String registeredAt,
			@Nullable String role) {
	}

}
