package io.parley.moderation.author;

import java.time.Instant;

import io.parley.contract.AuthorSanctioned;
import org.jspecify.annotations.Nullable;

/**
 * What moderators imposed on an author. Times until which are exclusive.
 *
 * @param banned the ban that was set or lifted last, or null
 * @param muted the time-out that was set or lifted last, or null
 */
record Sanctions(@Nullable Term banned, @Nullable Term muted) {

	static final Sanctions NONE = new Sanctions(null, null);

	/** With one more, unless a later one of its kind is known. */
	Sanctions with(AuthorSanctioned sanction) {
		Instant until = sanction.until();
		Term term = new Term(sanction.imposedAt(), (until != null) ? until : Instant.MAX);
		return switch (sanction.kind()) {
			case BAN -> new Sanctions(later(banned, term), muted);
			case MUTE -> new Sanctions(banned, later(muted, term));
		};
	}

	/** Without what is over. */
	Sanctions after(Instant time) {
		return new Sanctions(after(banned, time), after(muted, time));
	}

	private static @Nullable Term after(@Nullable Term term, Instant time) {
		return (term != null && term.until().isAfter(time)) ? term : null;
	}

	/** When a moderator acted last. */
	@Nullable Instant imposed() {
		if (banned == null || muted == null) {
			Term one = (banned != null) ? banned : muted;
			return (one != null) ? one.from() : null;
		}
		return later(banned, muted).from();
	}

	private static Term later(@Nullable Term known, Term news) {
		return (known != null && known.from().isAfter(news.from())) ? known : news;
	}

	/**
	 * From a moderator's decision until an end.
	 *
	 * @param from when the moderator decided
	 * @param until not after {@code from} when it was lifted; {@link Instant#MAX} for
	 * ever
	 */
	record Term(Instant from, Instant until) {

		boolean holdsAt(Instant time) {
			return !time.isBefore(from) && time.isBefore(until);
		}

	}

}
