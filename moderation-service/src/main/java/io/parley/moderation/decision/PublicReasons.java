package io.parley.moderation.decision;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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

	/** The reason of the strongest rule that has one to tell. */
	static @Nullable PublicReason of(Ruling ruling, Policy policy) {
		return of(ruling.verdict(), ruling.deciding().stream().map(Rule::reason).filter(Objects::nonNull), policy);
	}

	/** The reason that a moderator gave. */
	static @Nullable PublicReason of(Verdict verdict, @Nullable String code, Policy policy) {
		return of(verdict, Stream.ofNullable(code), policy);
	}

	private static @Nullable PublicReason of(Verdict verdict, Stream<String> codes, Policy policy) {
		return switch (verdict) {
			case APPROVE -> null;
			case HOLD -> firstKnown(codes, policy, HELD);
			case REJECT -> firstKnown(codes, policy, REJECTED);
		};
	}

	private static PublicReason firstKnown(Stream<String> codes, Policy policy, PublicReason otherwise) {
		List<String> known = codes.toList();
		for (String code : known) {
			PublicReason reason = policy.publicReason(code);
			if (reason != null) {
				return reason;
			}
		}
		return otherwise;
	}

}
