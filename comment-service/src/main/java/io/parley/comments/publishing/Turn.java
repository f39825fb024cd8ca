package io.parley.comments.publishing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * An event's place among those of its author.
 *
 * @param number higher than that of every event that was committed before it was written
 * @param awaited numbers of earlier events that Kafka may not have
 */
public record Turn(long number, List<Long> awaited) {

	/** What awaits more is left to the sweeper. A whole import by one author is less. */
	static final int MOST_AWAITED = 1000;

	public Turn {
		awaited = List.copyOf(awaited);
	}

	/**
	 * What a statement that writes an event has to ask as column {@code awaited}, next to
	 * its {@code event_no}.
	 * @param authorKey an expression of the statement
	 */
	public static String awaitedBy(String authorKey) {
		return """
				(select array_agg(u.event_no) from (
				  select event_no from unpublished_event where author_key = %s limit %d
				) u)""".formatted(authorKey, MOST_AWAITED + 1);
	}

	/** This one, after others that the same statement wrote. */
	public Turn after(Collection<Long> others) {
		return others.isEmpty() ? this : new Turn(number, Stream.concat(awaited.stream(), others.stream()).toList());
	}

	/** Reads the columns {@code event_no} and {@code awaited}. */
	public static Turn of(ResultSet row) throws SQLException {
		return new Turn(row.getLong("event_no"), awaited(row));
	}

	/** Reads the column {@code awaited}. */
	public static List<Long> awaited(ResultSet row) throws SQLException {
		Array awaited = row.getArray("awaited");
		return (awaited != null) ? List.of((Long[]) awaited.getArray()) : List.of();
	}

}
