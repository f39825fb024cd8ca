package io.parley.moderation.author;

import java.time.Instant;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import org.jspecify.annotations.Nullable;

/**
 * Who the author is.
 *
 * @param firstSeen time of the earliest comment, or null before there is one
 * @param lastSeen time of the latest comment, or null before there is one
 * @param registeredAt when the author joined, as the platform told it last, or null
 * @param role the author's standing, as the platform told it last, or null
 * @param factsId the facts that were told last, or null
 * @param toldAt when these were told, or null
 */
record Standing(@Nullable Instant firstSeen, @Nullable Instant lastSeen, @Nullable Instant registeredAt,
		@Nullable String role, @Nullable String factsId, @Nullable Instant toldAt) {

	static final Standing UNKNOWN = new Standing(null, null, null, null, null, null);

	Standing introduced(Author author) {
		return new Standing(firstSeen, lastSeen, told(author.registeredAt(), registeredAt), told(author.role(), role),
				factsId, toldAt);
	}

	Standing seen(Instant at) {
		return new Standing(firstSeen == null || at.isBefore(firstSeen) ? at : firstSeen,
				lastSeen == null || at.isAfter(lastSeen) ? at : lastSeen, registeredAt, role, factsId, toldAt);
	}

	/** Whether the facts are known, or were overtaken by later ones. */
	boolean knows(AuthorFacts facts) {
		return facts.factsId().equals(factsId) || (toldAt != null && facts.toldAt().isBefore(toldAt));
	}

	Standing told(AuthorFacts facts) {
		return new Standing(firstSeen, lastSeen, told(facts.registeredAt(), registeredAt), told(facts.role(), role),
				facts.factsId(), facts.toldAt());
	}

	private static <T extends @Nullable Object> T told(@Nullable T news, T known) {
		return news != null ? news : known;
	}

}
