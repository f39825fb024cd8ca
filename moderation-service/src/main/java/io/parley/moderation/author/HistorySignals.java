package io.parley.moderation.author;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.parley.contract.Verdict;
import io.parley.moderation.policy.AuthorSignals;
import org.jspecify.annotations.Nullable;

/**
 * An author's history as seen at one moment, the time of the event that is judged.
 *
 * @param current the comment that is judged, or null
 */
record HistorySignals(AuthorHistory history, Instant now, @Nullable Posted current) implements AuthorSignals {

	@Override
	public int approved() {
		return all(Verdict.APPROVE);
	}

	@Override
	public int held() {
		return all(Verdict.HOLD);
	}

	@Override
	public int rejected() {
		return all(Verdict.REJECT);
	}

	@Override
	public int approvedByModerators() {
		return history.human().approved();
	}

	@Override
	public int rejectedByModerators() {
		return history.human().rejected();
	}

	@Override
	public double rejectionRatio() {
		return history.rejections().value();
	}

	/** Since registration; where that is unknown, since the first comment. */
	@Override
	public Duration age() {
		Instant registered = history.standing().registeredAt();
		return since(registered != null ? registered : history.standing().firstSeen());
	}

	@Override
	public Duration firstSeen() {
		return since(history.standing().firstSeen());
	}

	@Override
	public int rate(Duration window) {
		return history.activity().rate(window, now);
	}

	@Override
	public int repeats(Duration window) {
		Posted text = current;
		return text == null ? 0
				: (int) history.activity()
					.posts(window, now)
					.filter(post -> post.comment() != text.comment() && post.repeats(text))
					.count();
	}

	@Override
	public int links(Duration window) {
		return history.activity().posts(window, now).mapToInt(Posted::links).sum();
	}

	@Override
	public int threads(Duration window) {
		return (int) history.activity().posts(window, now).mapToInt(Posted::thread).distinct().count();
	}

	/** Empty where it is unknown. */
	@Override
	public String role() {
		return Objects.requireNonNullElse(history.standing().role(), "");
	}

	@Override
	public boolean banned() {
		Sanctions.Term ban = history.sanctions().banned();
		return ban != null && ban.holdsAt(now);
	}

	@Override
	public @Nullable Instant mutedUntil() {
		Sanctions.Term mute = history.sanctions().muted();
		return (mute != null && mute.holdsAt(now)) ? mute.until() : null;
	}

	private int all(Verdict verdict) {
		long all = (long) history.told().of(verdict) + history.automatic().of(verdict) + history.human().of(verdict);
		return (int) Math.min(all, Integer.MAX_VALUE);
	}

	private Duration since(@Nullable Instant start) {
		return start == null || start.isAfter(now) ? Duration.ZERO : Duration.between(start, now);
	}

}
