package io.parley.moderation.decision;

import java.util.Objects;
import java.util.stream.Stream;

import io.parley.contract.CommentContent;
import io.parley.contract.Decision.PublicReason;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Rule;
import org.jspecify.annotations.Nullable;

/** Finds what an author may be told. */
final class PublicReasons {

	private static final PublicReason HELD = new PublicReason("review",
			"A moderator will look at your comment before it appears.");

	private static final PublicReason REJECTED = new PublicReason("rules",
			"Your comment does not follow the rules of this site.");

	private PublicReasons() {
	}

	/**
	 * The reason of the strongest rule that has one to tell, in the comment's language.
	 */
	static @Nullable PublicReason of(Ruling ruling, CommentContent comment, Policy policy) {
		Stream<PublicReason> told = ruling.deciding()
			.stream()
			.map(Rule::reason)
			.filter(Objects::nonNull)
			.map(code -> policy.publicReason(code, comment))
			.filter(Objects::nonNull);
		return of(ruling.verdict(), told);
	}

	/** The reason that a moderator gave, in the comment's language if that is known. */
	static @Nullable PublicReason of(Verdict verdict, @Nullable String code, @Nullable String language, Policy policy) {
		return of(verdict, Stream
			.ofNullable((code != null) ? policy.publicReason(code, Objects.requireNonNullElse(language, "")) : null));
	}

	private static @Nullable PublicReason of(Verdict verdict, Stream<PublicReason> told) {
		return switch (verdict) {
			case APPROVE -> null;
			case HOLD -> told.findFirst().orElse(HELD);
			case REJECT -> told.findFirst().orElse(REJECTED);
		};
	}

}
