package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A rule rejected more comments of a site within an hour than the policy lets it: what it
 * would reject in the rest of the hour is held instead.
 *
 * @param limit rejections in an hour
 * @param hour begin of the hour, by the times of comments
 * @param from begin of the minute in which there were too many
 */
public record RuleBraked(String site, String policyHash, String rule, int limit, Instant hour, Instant from,
		long version) implements Signal {

	public RuleBraked {
		requireNonNull(site, "site");
		requireNonNull(policyHash, "policyHash");
		requireNonNull(rule, "rule");
		requireNonNull(hour, "hour");
		requireNonNull(from, "from");
	}

	@Override
	public String eventId() {
		return site + "/" + policyHash + "/" + rule + "/" + from.getEpochSecond();
	}

	@Override
	public Instant occurredAt() {
		return from;
	}

}
