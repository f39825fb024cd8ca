package io.parley.comments.publishing;

import java.util.Collection;

import org.springframework.jdbc.support.SqlArrayValue;

/** Outbox rows as parameters of statements. */
public final class RowIds {

	private RowIds() {
	}

	/** The ids of the events' rows as an array of {@code uuid}. */
	public static SqlArrayValue of(Collection<Outgoing> events) {
		return new SqlArrayValue("uuid", events.stream().map(Outgoing::rowId).toArray());
	}

}
