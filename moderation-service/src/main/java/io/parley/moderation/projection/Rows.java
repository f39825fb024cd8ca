package io.parley.moderation.projection;

import java.sql.Array;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many rows in one statement: each column travels as an array.
 *
 * @param statement with a parameter for each column
 */
record Rows<T>(String statement, List<Column<T>> columns) {

	void put(JdbcTemplate jdbc, Collection<T> rows) {
		if (rows.isEmpty()) {
			return;
		}
		jdbc.execute((ConnectionCallback<Integer>) connection -> {
			try (var prepared = connection.prepareStatement(statement)) {
				int index = 0;
				for (Column<T> column : columns) {
					Array array = connection.createArrayOf(column.type, rows.stream().map(column.value).toArray());
					prepared.setArray(++index, array);
				}
				return prepared.executeUpdate();
			}
		});
	}

	/** A column: its type in PostgreSQL and how a row fills it. */
	record Column<T>(String type, Function<T, @Nullable Object> value) {

	}

}
