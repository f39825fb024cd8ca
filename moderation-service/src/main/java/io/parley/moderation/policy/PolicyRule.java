package io.parley.moderation.policy;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule with its compiled conditions. Thread-safe.
 *
 * @param draft whether the rule is checked and tested but never applied
 */
record PolicyRule(Rule rule, boolean draft, Condition when, @Nullable Condition unless, List<Example> examples) {

	PolicyRule {
		examples = List.copyOf(examples);
	}

	/** Whether it asks how the thread goes. */
	boolean readsThread() {
		return this.when.others().ofThread() || (this.unless != null && this.unless.others().ofThread());
	}

	/** Whether it asks for near-identical comments by others. */
	boolean readsCampaign() {
		return this.when.others().ofCampaign() || (this.unless != null && this.unless.others().ofCampaign());
	}

	/** Whether a comment may match with others around it and not with other ones. */
	boolean tellsApart(Surroundings one, Surroundings other) {
		return this.when.others().tellsApart(one, other)
				|| (this.unless != null && this.unless.others().tellsApart(one, other));
	}

	/** Whether it depends on what a classifier tells. */
	boolean classified() {
		return this.when.classified() || (this.unless != null && this.unless.classified());
	}

	/**
	 * Applies the rule.
	 * @param skipping whether to leave out a condition that cannot hold; the result is
	 * the same
	 * @return the match, or null if there is none
	 */
	@Nullable Match apply(Reading reading, boolean skipping) throws UnknownConditionException {
		reading.recordIn(null);
		if (skipping && !this.when.needs().mayHold(reading)) {
			return null;
		}
		Evidence evidence = new Evidence();
		UnknownConditionException unknown = null;
		try {
			reading.recordIn(evidence);
			if (!this.when.holds(reading)) {
				return null;
			}
		}
		catch (UnknownConditionException failed) {
			unknown = failed;
		}
		finally {
			reading.recordIn(null);
		}
		// A known exception settles an unknown condition: the rule cannot match.
		if (this.unless != null && this.unless.holds(reading)) {
			return null;
		}
		if (unknown != null) {
			throw unknown;
		}
		return new Match(this.rule, evidence.spans(), evidence.values());
	}

}
