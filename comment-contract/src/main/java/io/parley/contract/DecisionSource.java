package io.parley.contract;

/** Who or what made a decision. A moderator outranks every automatic source. */
public enum DecisionSource {

	/** The policy, when the comment came. */
	RULES,
	/** A moderator's review. */
	MODERATOR,
	/** The policy again, after a signal about an earlier comment changed. */
	RETRO,
	/** A moderator's answer to an appeal. */
	APPEAL

}
