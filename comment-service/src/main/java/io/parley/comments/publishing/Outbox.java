package io.parley.comments.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Committed rows from which events are published. A row is due at a time; whoever claims
 * it has it for the {@linkplain #LEASE lease}. Several instances may work on one outbox:
 * leases keep them from doing the same work, and {@link Turn}s keep each author's order,
 * whoever does it.
 */
public interface Outbox {

	/**
	 * How long a row is left to the process that took it, longer than any send lasts.
	 */
	Duration LEASE = Duration.ofSeconds(30);

	/** Takes up to {@code limit} due rows, oldest first, for the lease. */
	Claim claim(int limit);

	/**
	 * Events of these authors that Kafka may not have, whoever has taken them.
	 * @param limit of each author, the first in order
	 */
	List<Outgoing> unpublished(Collection<String> authorKeys, int limit);

	/**
	 * Kafka acknowledged these. A row may stand for a later event by now, which this says
	 * nothing about.
	 */
	void published(Collection<Outgoing> events);

	/** Kafka did not acknowledge these: they are due again at once. */
	void failed(Collection<Outgoing> events);

	/** What is due, looked at up to {@code limit} rows. */
	Due due(int limit);

	/**
	 * Rows that were due.
	 *
	 * @param authorKeys authors of whom something is unpublished
	 * @param again events that Kafka has acknowledged before and that are to be published
	 * once more, in no order
	 */
	record Claim(Set<String> authorKeys, List<Outgoing> again) {

		public Claim {
			authorKeys = Set.copyOf(authorKeys);
			again = List.copyOf(again);
		}

	}

	/**
	 * Rows that are due.
	 *
	 * @param rows how many
	 * @param age how long ago the oldest of them was written, zero if there is none
	 */
	record Due(int rows, Duration age) {

		/** Reads the columns {@code due} and {@code age}, in seconds. */
		public static Due of(ResultSet row, int number) throws SQLException {
			return new Due(row.getInt("due"), Duration.ofMillis((long) (row.getDouble("age") * 1000)));
		}

	}

}
