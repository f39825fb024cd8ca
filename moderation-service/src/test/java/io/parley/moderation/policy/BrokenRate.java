package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/** An author of whom everything is known but how often they write. */
class BrokenRate implements AuthorSignals {

	@Override
	public int approved() {
		return REGULAR.approved();
	}

	@Override
	public int held() {
		return REGULAR.held();
	}

	@Override
	public int rejected() {
		return REGULAR.rejected();
	}

	@Override
	public Duration age() {
		return REGULAR.age();
	}

	@Override
	public int rate(Duration window) {
		throw new IllegalStateException("rates are not known");
	}

	@Override
	public int approvedByModerators() {
		return REGULAR.approvedByModerators();
	}

	@Override
	public int rejectedByModerators() {
		return REGULAR.rejectedByModerators();
	}

	@Override
	public double rejectionRatio() {
		return REGULAR.rejectionRatio();
	}

	@Override
	public Duration firstSeen() {
		return REGULAR.firstSeen();
	}

	@Override
	public boolean banned() {
		return REGULAR.banned();
	}

	@Override
	public int repeats(Duration window) {
		return REGULAR.repeats(window);
	}

	@Override
	public int links(Duration window) {
		return REGULAR.links(window);
	}

	@Override
	public int threads(Duration window) {
		return REGULAR.threads(window);
	}

	@Override
	public @Nullable Instant mutedUntil() {
		return REGULAR.mutedUntil();
	}

	@Override
	public String role() {
		return REGULAR.role();
	}

}
