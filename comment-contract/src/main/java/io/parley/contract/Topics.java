package io.parley.contract;

import java.time.Duration;

/**
 * Parley's topics, each written by one service.
 *
 * @param comments {@link PlatformEvent}s, by the comment service
 * @param reviews {@link Review}s, by the moderation service
 * @param decisions {@link Decision}s, by the moderation topology alone
 * @param commentsDeadLetters records of comments and reviews that moderation could not
 * read
 * @param decisionsDeadLetters records of decisions that a reader could not read
 */
public record Topics(Topic comments, Topic reviews, Topic decisions, Topic commentsDeadLetters,
		Topic decisionsDeadLetters) {

	/** Names, for annotations. */
	public static final String COMMENTS = "comments";

	public static final String REVIEWS = "reviews";

	public static final String DECISIONS = "decisions";

	public static final String COMMENTS_DLT = "comments.dlt";

	public static final String DECISIONS_DLT = "decisions.dlt";

	/** What an operator may choose. Both services must be given the same. */
	public static Topics of(int partitions, short replication, Duration retention) {
		return new Topics(new Topic(COMMENTS, partitions, replication, retention),
				new Topic(REVIEWS, partitions, replication, retention),
				new Topic(DECISIONS, partitions, replication, retention),
				new Topic(COMMENTS_DLT, partitions, replication, retention),
				new Topic(DECISIONS_DLT, partitions, replication, retention));
	}

}
