package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A verdict about one revision of a comment, with all that led to it. The decision in
 * force is the one with the highest revision and, within it, the highest ordinal.
 *
 * @param decisionId hash of comment id, revision, policy hash and trigger: the same
 * events under the same policy give the same id
 * @param ordinal counts the decisions about this revision from 1
 * @param score sum of the points of live rules
 * @param policyHash identifies the policy's content; of the automatic decision that a
 * moderator overrode, if a moderator decided
 * @param shadowVerdict what the verdict would be if shadow rules were live
 * @param degraded rules or signals that could not be evaluated, with the cause
 * @param publicReason what the author may be told; null when approved
 * @param moderator who reviewed; null for automatic decisions
 * @param correction version of what the site's moderators taught the model by then (see
 * {@link CorrectionLearned}); null if nothing
 * @param decidedAt event time: that of the comment or of the review
 */
public record Decision(String decisionId, String commentId, int revision, int ordinal, String site, String threadId,
		String authorKey, Verdict verdict, DecisionSource source, int score, Bands bands, String policyHash,
		List<Hit> hits, Verdict shadowVerdict, List<Degraded> degraded, @Nullable PublicReason publicReason,
		@Nullable String moderator, @Nullable Long correction, Instant decidedAt) implements AuthorEvent {

	public Decision {
		requireNonNull(decisionId, "decisionId");
		requireNonNull(commentId, "commentId");
		requireNonNull(site, "site");
		requireNonNull(threadId, "threadId");
		requireNonNull(authorKey, "authorKey");
		requireNonNull(verdict, "verdict");
		requireNonNull(source, "source");
		requireNonNull(bands, "bands");
		requireNonNull(policyHash, "policyHash");
		hits = List.copyOf(requireNonNull(hits, "hits"));
		requireNonNull(shadowVerdict, "shadowVerdict");
		degraded = List.copyOf(requireNonNull(degraded, "degraded"));
		requireNonNull(decidedAt, "decidedAt");
	}

	@Override
	public String eventId() {
		return decisionId;
	}

	@Override
	public Instant occurredAt() {
		return decidedAt;
	}

	/** Scores from which a comment is held or rejected. */
	public record Bands(int hold, int reject) {
	}

	/** Something that could not be evaluated, and why. */
	public record Degraded(String name, String cause) {

		public Degraded {
			requireNonNull(name, "name");
			requireNonNull(cause, "cause");
		}

	}

	/** What the author may be told: never a rule, a list or a score. */
	public record PublicReason(String code, String text) {

		public PublicReason {
			requireNonNull(code, "code");
			requireNonNull(text, "text");
		}

	}

}
