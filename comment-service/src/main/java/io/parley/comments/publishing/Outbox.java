package io.parley.comments.publishing;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * Committed rows from which events are published. A row is due at a time; whoever claims
 * it has it for the {@linkplain #LEASE lease}. Several instances may work on one outbox.
 */
public interface Outbox {

	/**
	 * How long a row is left to the process that took it, longer than any send lasts.
	 */
	Duration LEASE = Duration.ofSeconds(30);

	/** Takes up to {@code limit} due rows, oldest first, for the lease. */
	List<Outgoing> claim(int limit);

	/**
	 * Kafka acknowledged the first publication of these. A row may stand for a later
	 * event by now, which this says nothing about.
	 */
	void published(Collection<Outgoing> events);

	/** Kafka acknowledged these after a claim. */
	void republished(Collection<Outgoing> events);

	/** Kafka did not acknowledge these: they are due again at once. */
	void failed(Collection<Outgoing> events);

	/** How many rows are due, counted up to {@code limit}. */
	int countDue(int limit);

}
