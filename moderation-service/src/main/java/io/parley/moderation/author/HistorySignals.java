package io.parley.moderation.author;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

import io.parley.moderation.policy.AuthorSignals;

/** An author's history as seen at one moment, the time of the event that is judged. */
record HistorySignals(AuthorHistory history, Instant now) implements AuthorSignals {

	private static final Set<String> TRUSTED_ROLES = Set.of("staff", "moderator", "trusted");

	/** Approved comments that earn trust. */
	private static final int TRUSTED_APPROVED = 20;

	/** Share of rejected comments, in percent, from which there is no trust. */
	private static final int UNTRUSTED_PERCENT = 5;

	@Override
	public int approved() {
		return history.approved();
	}

	@Override
	public int held() {
		return history.held();
	}

	@Override
	public int rejected() {
		return history.rejected();
	}

	/** Since registration; where that is unknown, since the first comment. */
	@Override
	public Duration age() {
		Instant since = history.registeredAt() != null ? history.registeredAt() : history.firstSeen();
		return since == null || since.isAfter(now) ? Duration.ZERO : Duration.between(since, now);
	}

	/** Submissions later than the start of the window and not later than now. */
	@Override
	public int rate(Duration window) {
		long end = now.toEpochMilli();
		long start = now.minus(window).toEpochMilli();
		return (int) history.recent().stream().filter(at -> at > start && at <= end).count();
	}

	/**
	 * By role, or by record: at least {@value #TRUSTED_APPROVED} approved comments and
	 * less than {@value #UNTRUSTED_PERCENT} % of the decided ones rejected.
	 */
	@Override
	public boolean trusted() {
		long decided = (long) history.approved() + history.rejected();
		return TRUSTED_ROLES.contains(role())
				|| (history.approved() >= TRUSTED_APPROVED && history.rejected() * 100L < UNTRUSTED_PERCENT * decided);
	}

	/** Empty where it is unknown. */
	@Override
	public String role() {
		return Objects.requireNonNullElse(history.role(), "");
	}

}
