package io.parley.contract;

/** What a rule does when it matches. */
public enum Effect {

	/** Exempts: the comment is approved whatever other rules say. */
	APPROVE,
	/** Adds points to the score. */
	SCORE,
	/** Holds, whatever the score. */
	HOLD,
	/** Rejects, whatever the score. */
	REJECT

}
