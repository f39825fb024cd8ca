package io.parley.comments.author;

import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /v1/authors/{id}} as it came. */
record FactsRequest(@Nullable String registeredAt, @Nullable String role, @Nullable Integer approved,
		@Nullable Integer held, @Nullable Integer rejected) {
}
