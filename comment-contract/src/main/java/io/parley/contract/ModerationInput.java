package io.parley.contract;

/**
 * What moderation decides by: comments, facts about their authors, reviews and sanctions,
 * which policy is in force, and what the comments of many authors add up to. All of it
 * shares one topic, so that each author has one ordered log and reading it again leads to
 * the same decisions in the same order.
 */
public sealed interface ModerationInput extends Event permits PlatformEvent, Review, AuthorSanctioned, CampaignReviewed,
		ThreadModerated, CorrectionReset, PolicyActivated, Signal {

}
