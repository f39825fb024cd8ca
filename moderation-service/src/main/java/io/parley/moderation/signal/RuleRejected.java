package io.parley.moderation.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A rule with a limit rejected a comment, or would have without its brake.
 *
 * @param limit rejections in an hour
 * @param at the time of the comment
 */
public record RuleRejected(String site, String policyHash, String rule, int limit, Instant at) implements Observation {

	public RuleRejected {
		requireNonNull(site, "site");
		requireNonNull(policyHash, "policyHash");
		requireNonNull(rule, "rule");
		requireNonNull(at, "at");
	}

	@Override
	public String key() {
		return site + " " + rule;
	}

}
