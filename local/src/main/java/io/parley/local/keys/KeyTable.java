package io.parley.local.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import io.parley.local.command.AccessKey;
import io.parley.local.command.CommandFailure;
import org.jspecify.annotations.Nullable;

/** The comment service's table of keys, which holds hashes only. Not thread-safe. */
final class KeyTable implements AutoCloseable {

	private final Connection connection;

	KeyTable(Connection connection) {
		this.connection = connection;
	}

	/** Adds a key. */
	void create(String site, String name, AccessKey key, Set<String> scopes, @Nullable Integer requestsPerSecond) {
		String sql = """
				insert into api_key (site, name, hash, scopes, requests_per_second) values (?, ?, ?, ?, ?)
				on conflict (site, name) do nothing
				""";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, site);
			statement.setString(2, name);
			statement.setBytes(3, hash(key));
			statement.setArray(4, connection.createArrayOf("text", scopes.toArray()));
			statement.setObject(5, requestsPerSecond, java.sql.Types.INTEGER);
			if (statement.executeUpdate() == 0) {
				throw new CommandFailure(
						"Site %s has a key of the name %s already: rotate that one, or choose another name"
							.formatted(site, name));
			}
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	/** All keys, or those of one site. */
	List<Entry> list(@Nullable String site) {
		String sql = """
				select site, name, scopes, requests_per_second, configured, created_at, previous_until, revoked_at
				from api_key where ?::text is null or site = ? order by site, name
				""";
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setString(1, site);
			statement.setString(2, site);
			List<Entry> entries = new ArrayList<>();
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					entries.add(new Entry(rows.getString("site"), rows.getString("name"), scopes(rows),
							rows.getObject("requests_per_second", Integer.class), rows.getBoolean("configured"),
							time(rows, "created_at"), time(rows, "previous_until"), time(rows, "revoked_at")));
				}
			}
			return entries;
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	/** Gives a key a new secret; the old one stays good for a while. */
	void rotate(String site, String name, AccessKey key, Duration overlap) {
		Entry present = find(site, name);
		if (present.configured()) {
			throw new CommandFailure(
					"Key %s of site %s is in the service's settings, which would bring the old one back: change it there, or create another"
						.formatted(name, site));
		}
		if (present.revokedAt() != null) {
			throw new CommandFailure("Key %s of site %s is revoked: create another".formatted(name, site));
		}
		change("""
				update api_key set previous_hash = hash, previous_until = now() + ? * interval '1 second', hash = ?
				where site = ? and name = ?
				""", overlap.toSeconds(), hash(key), site, name);
	}

	/** Ends a key, and the one before its last rotation. */
	void revoke(String site, String name) {
		find(site, name);
		change("update api_key set revoked_at = coalesce(revoked_at, now()) where site = ? and name = ?", site, name);
	}

	private Entry find(String site, String name) {
		return list(site).stream()
			.filter(entry -> entry.name().equals(name))
			.findFirst()
			.orElseThrow(() -> new CommandFailure(
					"Site %s has no key of the name %s; ./parley keys list shows them".formatted(site, name)));
	}

	private void change(String sql, Object... values) {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setObject(i + 1, values[i]);
			}
			statement.executeUpdate();
		}
		catch (SQLException ex) {
			throw failure(ex);
		}
	}

	private static byte[] hash(AccessKey key) {
		return HexFormat.of().parseHex(key.sha256());
	}

	private static List<String> scopes(ResultSet row) throws SQLException {
		return Arrays.stream((Object[]) row.getArray("scopes").getArray()).map(Object::toString).sorted().toList();
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static CommandFailure failure(SQLException cause) {
		return new CommandFailure("The table of keys cannot be used (start the comment service once on this database): "
				+ cause.getMessage(), cause);
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

	/**
	 * What is told of a key.
	 *
	 * @param requestsPerSecond 0 for any number, null for the service's own limit
	 * @param configured whether the service's settings say what it is
	 * @param previousUntil how long the key before the last rotation is good
	 */
	record Entry(String site, String name, List<String> scopes, @Nullable Integer requestsPerSecond, boolean configured,
			@Nullable Instant createdAt, @Nullable Instant previousUntil, @Nullable Instant revokedAt) {

		Entry {
			scopes = List.copyOf(scopes);
		}

	}

}
