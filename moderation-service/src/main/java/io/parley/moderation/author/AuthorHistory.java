package io.parley.moderation.author;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.AuthorSignals;
import org.jspecify.annotations.Nullable;

/**
 * An author's past. Immutable and of bounded size; kept as JSON between events.
 *
 * @param approved comments whose decision in force is to approve
 * @param held comments whose decision in force is to hold
 * @param rejected comments whose decision in force is to reject
 * @param firstSeen time of the earliest comment, or null before there is one
 * @param registeredAt when the author joined, as the platform told it last, or null
 * @param role the author's standing, as the platform told it last, or null
 * @param factsId the facts that were told last, or null
 * @param toldAt when these were told, or null
 * @param recent times of the latest submissions in epoch milliseconds, earliest first, at
 * most {@value AuthorSignals#LARGEST_RATE}
 */
public record AuthorHistory(int approved, int held, int rejected, @Nullable Instant firstSeen,
		@Nullable Instant registeredAt, @Nullable String role, @Nullable String factsId, @Nullable Instant toldAt,
		List<Long> recent) {

	private static final AuthorHistory NONE = new AuthorHistory(0, 0, 0, null, null, null, null, null, List.of());

	public AuthorHistory {
		recent = List.copyOf(requireNonNull(recent, "recent"));
	}

	/** The history of an author who was never heard of. */
	public static AuthorHistory none() {
		return NONE;
	}

	/**
	 * With what the platform told about the author along with a comment. What it did not
	 * tell stays.
	 */
	public AuthorHistory introduced(Author author) {
		return new AuthorHistory(approved, held, rejected, firstSeen, told(author.registeredAt(), registeredAt),
				told(author.role(), role), factsId, toldAt, recent);
	}

	/** With one more submission, which may be earlier than those before. */
	public AuthorHistory submitted(Instant at) {
		List<Long> times = new ArrayList<>(recent.size() + 1);
		times.addAll(recent);
		int found = Collections.binarySearch(times, at.toEpochMilli());
		times.add(found < 0 ? -found - 1 : found, at.toEpochMilli());
		Instant first = firstSeen == null || at.isBefore(firstSeen) ? at : firstSeen;
		return new AuthorHistory(approved, held, rejected, first, registeredAt, role, factsId, toldAt,
				times.subList(Math.max(0, times.size() - AuthorSignals.LARGEST_RATE), times.size()));
	}

	/** With one more comment of this verdict. */
	public AuthorHistory counted(Verdict verdict) {
		return moved(verdict, 1);
	}

	/**
	 * With one comment less of this verdict. Never below zero: the platform may have told
	 * a count that leaves the comment out.
	 */
	public AuthorHistory uncounted(Verdict verdict) {
		return moved(verdict, -1);
	}

	/**
	 * With what the platform told about the author's past; what is null stays. The same
	 * facts told once more change nothing, for comments may have been counted since; nor
	 * do facts that were overtaken by later ones while Kafka did not take them.
	 */
	public AuthorHistory told(AuthorFacts facts) {
		if (facts.factsId().equals(factsId) || (toldAt != null && facts.toldAt().isBefore(toldAt))) {
			return this;
		}
		return new AuthorHistory(told(facts.approved(), approved), told(facts.held(), held),
				told(facts.rejected(), rejected), firstSeen, told(facts.registeredAt(), registeredAt),
				told(facts.role(), role), facts.factsId(), facts.toldAt(), recent);
	}

	/** What policies may ask, at the time of a comment. */
	public AuthorSignals asOf(Instant time) {
		return new HistorySignals(this, time);
	}

	private AuthorHistory moved(Verdict verdict, int by) {
		return new AuthorHistory(moved(approved, verdict == Verdict.APPROVE, by),
				moved(held, verdict == Verdict.HOLD, by), moved(rejected, verdict == Verdict.REJECT, by), firstSeen,
				registeredAt, role, factsId, toldAt, recent);
	}

	private static int moved(int count, boolean applies, int by) {
		return applies ? Math.clamp((long) count + by, 0, Integer.MAX_VALUE) : count;
	}

	private static <T extends @Nullable Object> T told(@Nullable T news, T known) {
		return news != null ? news : known;
	}

}
