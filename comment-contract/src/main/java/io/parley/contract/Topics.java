package io.parley.contract;

import java.time.Duration;

/**
 * Parley's topics.
 *
 * @param comments {@link ModerationInput}: {@link PlatformEvent}s by the comment service,
 * {@link Review}s, {@link AuthorSanctioned}, {@link CampaignReviewed},
 * {@link ThreadModerated}, {@link CorrectionReset} and {@link PolicyActivated} by the
 * moderation service, {@link Signal}s by its topology
 * @param observations what moderation tells itself of comments, to be added up across
 * authors; in a form of its own
 * @param policies {@link PolicyVersion}s by hash, {@link ModelVersion}s by id, and the
 * last {@link PolicyActivated}, by the moderation service
 * @param decisions {@link Decision}s, by the moderation topology alone
 * @param threads {@link ThreadDecision}s, by the moderation topology alone
 * @param commentsDeadLetters records of {@code comments} that moderation could not read
 * @param decisionsDeadLetters records of decisions that a reader could not read
 */
public record Topics(Topic comments, Topic observations, Topic policies, Topic decisions, Topic threads,
		Topic commentsDeadLetters, Topic decisionsDeadLetters) {

	/** Observations are made again when the log is read again. */
	private static final Duration OBSERVATIONS_KEPT = Duration.ofDays(7);

	/** Names, for annotations. */
	public static final String COMMENTS = "comments";

	public static final String OBSERVATIONS = "observations";

	public static final String POLICIES = "policies";

	public static final String DECISIONS = "decisions";

	public static final String THREADS = "threads";

	public static final String COMMENTS_DLT = "comments.dlt";

	public static final String DECISIONS_DLT = "decisions.dlt";

	/** What an operator may choose. Both services must be given the same. */
	public static Topics of(int partitions, short replication, Duration retention) {
		return new Topics(new Topic(COMMENTS, partitions, replication, retention),
				new Topic(OBSERVATIONS, partitions, replication, shorter(retention)),
				new Topic(POLICIES, 1, replication, null), new Topic(DECISIONS, partitions, replication, retention),
				new Topic(THREADS, partitions, replication, retention),
				new Topic(COMMENTS_DLT, partitions, replication, retention),
				new Topic(DECISIONS_DLT, partitions, replication, retention));
	}

	private static Duration shorter(Duration retention) {
		return (retention.compareTo(OBSERVATIONS_KEPT) < 0) ? retention : OBSERVATIONS_KEPT;
	}

}
