package io.parley.contract;

/**
 * What the comments of many authors add up to. It is written to every partition of the
 * log, so that it has one place among the events of each author, and the same place when
 * the log is read again. Of the signals about one thing the one with the highest version
 * counts.
 */
public sealed interface Signal extends ModerationInput permits CampaignSeen, ThreadSeen, RuleBraked, CorrectionLearned {

	/** The site (tenant) that it belongs to. */
	String site();

	/** Rises with everything that is added up. */
	long version();

}
