package io.parley.local.users;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import io.parley.local.command.CommandFailure;

/**
 * The moderation service's table of people, which holds hashes of passwords only. Names
 * are found whatever their case. Not thread-safe.
 */
final class UserTable implements AutoCloseable {

	private final Connection connection;

	UserTable(Connection connection) {
		this.connection = connection;
	}

	void create(String name, String role, String hash) {
		if (change("insert into moderator (name, role, password) values (?, ?, ?) on conflict do nothing", name, role,
				hash) == 0) {
			throw new CommandFailure("There is a user of the name " + name
					+ " already, maybe with other capital letters; ./parley users list shows them all");
		}
	}

	void password(String name, String hash) {
		changeOne(name, "update moderator set password = ?, version = version + 1 where lower(name) = lower(?)", hash,
				name);
	}

	void role(String name, String role) {
		changeOne(name, "update moderator set role = ?, version = version + 1 where lower(name) = lower(?)", role,
				name);
	}

	void disabled(String name, boolean disabled) {
		changeOne(name, "update moderator set disabled = ?, version = version + 1 where lower(name) = lower(?)",
				disabled, name);
	}

	List<Entry> list() {
		try (PreparedStatement statement = connection
			.prepareStatement("select name, role, disabled, created_at from moderator order by lower(name)");
				ResultSet rows = statement.executeQuery()) {
			List<Entry> entries = new ArrayList<>();
			while (rows.next()) {
				entries.add(new Entry(rows.getString("name"), rows.getString("role"), rows.getBoolean("disabled"),
						rows.getObject("created_at", OffsetDateTime.class).toInstant()));
			}
			return entries;
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private void changeOne(String name, String sql, Object... values) {
		if (change(sql, values) == 0) {
			throw new CommandFailure("There is no user of the name " + name + "; ./parley users list shows them all");
		}
	}

	private int change(String sql, Object... values) {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			return statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private static CommandFailure failure(SQLException cause) {
		return new CommandFailure(
				"The table of users cannot be used (start the moderation service once on this database): "
						+ cause.getMessage(),
				cause);
	}

	@Override
	public void close() {
		try {
			connection.close();
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	/** What is told of a user. */
	record Entry(String name, String role, boolean disabled, Instant createdAt) {
	}

}
