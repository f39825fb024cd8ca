package io.parley.moderation.projection;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.parley.contract.AuthorSanctioned;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bans and time-outs that are in force. Thread-safe. */
@Repository
public class Sanctions {

	private final JdbcClient jdbc;

	Sanctions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that hold at a time, the latest first.
	 * @param site only of this one, or null
	 * @param before the last one of the page before, or null to begin
	 */
	public List<InForce> page(@Nullable String site, @Nullable Place before, Instant at, int limit) {
		return jdbc
			.sql("""
					select s.*, (select c.event -> 'author' ->> 'name' from comment_revision c
					    where c.author_key = s.author_key and c.event is not null order by c.written_at desc limit 1) as name
					from sanction s
					where (s.until is null or s.until > :at)
					  and not exists (select from sanction later where later.author_key = s.author_key and later.kind = s.kind
					      and (later.imposed_at, later.sanction_id) > (s.imposed_at, s.sanction_id))
					  and (:site::text is null or s.site = :site)
					  and (:time::timestamptz is null or (s.imposed_at, s.sanction_id) < (:time::timestamptz, :id))
					order by s.imposed_at desc, s.sanction_id desc limit :limit""")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("site", site)
			.param("time", (before != null) ? before.imposedAt().atOffset(ZoneOffset.UTC) : null)
			.param("id", (before != null) ? before.sanctionId() : "")
			.param("limit", limit)
			.query((row, _) -> inForce(row))
			.list();
	}

	private static InForce inForce(ResultSet row) throws SQLException {
		OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
		return new InForce(
				new AuthorSanctioned(row.getString("sanction_id"), row.getString("site"), row.getString("author_key"),
						AuthorSanctioned.Kind.valueOf(row.getString("kind")),
						(until != null) ? until.toInstant() : null, row.getString("note"), row.getString("moderator"),
						requireNonNull(row.getObject("imposed_at", OffsetDateTime.class)).toInstant()),
				row.getString("name"));
	}

	/** A place in the list. */
	public record Place(Instant imposedAt, String sanctionId) {

	}

	/**
	 * A sanction that holds.
	 *
	 * @param name of the author, or null
	 */
	public record InForce(AuthorSanctioned sanction, @Nullable String name) {

	}

}
