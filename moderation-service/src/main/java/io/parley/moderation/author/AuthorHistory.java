package io.parley.moderation.author;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.AuthorSanctioned;
import io.parley.contract.CommentContent;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.AuthorSignals;
import io.parley.moderation.text.Fingerprint;
import io.parley.moderation.text.Links;
import io.parley.moderation.text.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * An author's past. Immutable and of bounded size: {@link HistoryCodec} tells how many
 * bytes at most.
 *
 * @param told comments that the platform told of
 * @param automatic comments whose verdict in force is the policy's
 * @param human comments whose verdict in force is a moderator's
 */
public record AuthorHistory(Counts told, Counts automatic, Counts human, FadingRatio rejections, Standing standing,
		Activity activity, Sanctions sanctions) {

	/**
	 * So long after an author was last heard of, by the time of events, all is forgotten
	 * but what moderators imposed and still holds.
	 */
	public static final Duration KEPT = Duration.ofDays(400);

	private static final AuthorHistory NONE = new AuthorHistory(Counts.NONE, Counts.NONE, Counts.NONE, FadingRatio.NONE,
			Standing.UNKNOWN, Activity.NONE, Sanctions.NONE);

	public AuthorHistory {
		requireNonNull(told, "told");
		requireNonNull(automatic, "automatic");
		requireNonNull(human, "human");
		requireNonNull(rejections, "rejections");
		requireNonNull(standing, "standing");
		requireNonNull(activity, "activity");
		requireNonNull(sanctions, "sanctions");
	}

	/** The history of an author who was never heard of. */
	public static AuthorHistory none() {
		return NONE;
	}

	/**
	 * What is remembered when the author is heard of again. It does not matter how often
	 * or when this was asked before.
	 */
	public AuthorHistory asRememberedAt(Instant time) {
		Instant lastHeard = later(later(standing.lastSeen(), standing.toldAt()), sanctions.imposed());
		return (lastHeard != null && Duration.between(lastHeard, time).compareTo(KEPT) > 0) ? forgotten(time) : this;
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return one.isAfter(other) ? one : other;
	}

	/** Nothing but what moderators imposed, as far as it holds at a time or later. */
	public AuthorHistory forgotten(Instant time) {
		Sanctions left = sanctions.after(time);
		return left.equals(Sanctions.NONE) ? NONE : NONE.with(left);
	}

	/**
	 * With what the platform told about the author along with a comment. What it did not
	 * tell stays.
	 */
	public AuthorHistory introduced(Author author) {
		return with(standing.introduced(author));
	}

	/** With one more submission, which may be earlier than those before. */
	public AuthorHistory submitted(Instant at) {
		return with(standing.seen(at)).with(activity.submitted(at));
	}

	/** With what a text does, whether it is a new comment or a new revision of one. */
	public AuthorHistory posted(CommentContent comment, Fingerprint fingerprint) {
		return with(activity.posted(new Posted(comment.occurredAt().toEpochMilli(), comment.commentId().hashCode(),
				comment.threadId().hashCode(), Math.min(Links.find(comment.body()).size(), Posted.MOST_LINKS),
				Sketch.of(fingerprint, Posted.SKETCH))));
	}

	/** With one more comment of this verdict. */
	public AuthorHistory counted(Counted verdict) {
		Counts machine = verdict.human() ? automatic : automatic.with(verdict.verdict(), 1);
		Counts moderators = verdict.human() ? human.with(verdict.verdict(), 1) : human;
		return new AuthorHistory(told, machine, moderators, faded(verdict, 1), standing, activity, sanctions);
	}

	/**
	 * With one comment less of this verdict. Never below zero: the platform may have told
	 * a count that has the comment in it, or leaves it out.
	 */
	public AuthorHistory uncounted(Counted verdict) {
		Counts own = verdict.human() ? human : automatic;
		FadingRatio less = faded(verdict, -1);
		if (own.of(verdict.verdict()) == 0) {
			return new AuthorHistory(told.with(verdict.verdict(), -1), automatic, human, less, standing, activity,
					sanctions);
		}
		Counts fewer = own.with(verdict.verdict(), -1);
		return new AuthorHistory(told, verdict.human() ? automatic : fewer, verdict.human() ? fewer : human, less,
				standing, activity, sanctions);
	}

	/**
	 * With what the platform told about the author's past; what is null stays. The same
	 * facts told once more change nothing, for comments may have been counted since; nor
	 * do facts that were overtaken by later ones while Kafka did not take them.
	 */
	public AuthorHistory told(AuthorFacts facts) {
		if (standing.knows(facts)) {
			return this;
		}
		AuthorHistory history = with(standing.told(facts));
		history = history.told(Verdict.APPROVE, facts.approved());
		history = history.told(Verdict.HOLD, facts.held());
		return history.told(Verdict.REJECT, facts.rejected());
	}

	/** With what a moderator imposed, or lifted. */
	public AuthorHistory sanctioned(AuthorSanctioned sanction) {
		return with(sanctions.with(sanction));
	}

	/** What policies may ask, at the time of a comment. */
	public AuthorSignals asOf(Instant time) {
		return new HistorySignals(this, time, null);
	}

	/** What policies may ask about the author of a comment, which was posted. */
	public AuthorSignals asOf(CommentContent comment) {
		int hash = comment.commentId().hashCode();
		Posted posted = activity.posts().stream().filter(post -> post.comment() == hash).findFirst().orElse(null);
		return new HistorySignals(this, comment.occurredAt(), posted);
	}

	AuthorHistory with(Sanctions imposed) {
		return new AuthorHistory(told, automatic, human, rejections, standing, activity, imposed);
	}

	private AuthorHistory with(Standing known) {
		return new AuthorHistory(told, automatic, human, rejections, known, activity, sanctions);
	}

	private AuthorHistory with(Activity done) {
		return new AuthorHistory(told, automatic, human, rejections, standing, done, sanctions);
	}

	private AuthorHistory told(Verdict verdict, @Nullable Integer count) {
		if (count == null) {
			return this;
		}
		return new AuthorHistory(told.with(verdict, count - told.of(verdict)),
				automatic.with(verdict, -automatic.of(verdict)), human.with(verdict, -human.of(verdict)), rejections,
				standing, activity, sanctions);
	}

	/** What is held is not decided yet. */
	private FadingRatio faded(Counted verdict, int weight) {
		return verdict.verdict() == Verdict.HOLD ? rejections
				: rejections.with(verdict.verdict() == Verdict.REJECT, weight, verdict.at().toEpochMilli());
	}

}
