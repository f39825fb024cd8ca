package io.parley.moderation.policy;

import java.util.Set;

/**
 * How a policy tells trust levels apart. By role, or by points: one for each approved
 * comment, more if a moderator approved it.
 *
 * @param known points from which an author is known
 * @param trusted points from which an author is trusted
 * @param rejectedPercent share of rejected comments from which nobody is trusted
 * @param moderatorWeight points for a comment that a moderator approved
 */
public record Trust(int known, int trusted, int rejectedPercent, int moderatorWeight) {

	/** Of policies that do not tell. */
	static final Trust DEFAULT = new Trust(3, 20, 5, 1);

	private static final Set<String> STAFF = Set.of("staff", "moderator");

	private static final String TRUSTED = "trusted";

	TrustLevel of(AuthorSignals author) {
		if (STAFF.contains(author.role())) {
			return TrustLevel.STAFF;
		}
		if (author.role().equals(TRUSTED)) {
			return TrustLevel.TRUSTED;
		}
		long points = author.approved() + (moderatorWeight - 1L) * author.approvedByModerators();
		long decided = (long) author.approved() + author.rejected();
		if (points >= trusted && author.rejected() * 100L < rejectedPercent * decided) {
			return TrustLevel.TRUSTED;
		}
		return points >= known ? TrustLevel.KNOWN : TrustLevel.NEW;
	}

}
