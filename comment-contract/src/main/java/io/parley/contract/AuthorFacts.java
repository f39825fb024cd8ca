package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the platform knows of an author's past. A count replaces Parley's own, which goes
 * on from there; what is null stays as it was.
 *
 * @param factsId a UUID
 * @param approved comments approved so far, as of {@code toldAt}
 */
public record AuthorFacts(String factsId, String site, String authorKey, String authorId,
		@Nullable Instant registeredAt, @Nullable String role, @Nullable Integer approved, @Nullable Integer held,
		@Nullable Integer rejected, Instant toldAt) implements PlatformEvent {

	public AuthorFacts {
		requireNonNull(factsId, "factsId");
		requireNonNull(site, "site");
		requireNonNull(authorKey, "authorKey");
		requireNonNull(authorId, "authorId");
		requireNonNull(toldAt, "toldAt");
	}

	@Override
	public String eventId() {
		return factsId;
	}

	@Override
	public Instant occurredAt() {
		return toldAt;
	}

}
