package io.parley.contract;

/** Whether a rule's hits have an effect. */
public enum RuleMode {

	LIVE,
	/** Hits are recorded and have no effect but on {@link Decision#shadowVerdict}. */
	SHADOW

}
