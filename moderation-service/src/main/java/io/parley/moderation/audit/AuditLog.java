package io.parley.moderation.audit;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.parley.contract.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The log of what people did; it can only be added to. Takes part in the caller's
 * transaction. Thread-safe.
 */
@Repository
public class AuditLog {

	private final JdbcClient jdbc;

	AuditLog(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds an entry.
	 * @param subject the comment, author or other thing that it was done to
	 * @param details small facts, never a reader's text
	 */
	public void add(String who, HumanAction what, @Nullable String site, @Nullable String subject,
			Map<String, ?> details) {
		jdbc.sql("insert into audit (who, what, site, subject, details) values (?, ?, ?, ?, ?::jsonb)")
			.param(who)
			.param(what.words())
			.param(site)
			.param(subject)
			.param(Json.MAPPER.writeValueAsString(details))
			.update();
	}

	/**
	 * The newest entries, newest first.
	 * @param before only older ones than the entry of this id, or null
	 */
	public List<AuditEntry> page(@Nullable String who, @Nullable String subject, @Nullable Long before, int limit) {
		return jdbc.sql("""
				select id, at, who, what, site, subject, details from audit
				where (:who::text is null or who = :who) and (:subject::text is null or subject = :subject)
				  and (:before::bigint is null or id < :before)
				order by id desc limit :limit""")
			.param("who", who)
			.param("subject", subject)
			.param("before", before)
			.param("limit", limit)
			.query((row, _) -> new AuditEntry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(),
					row.getString("who"), row.getString("what"), row.getString("site"), row.getString("subject"),
					row.getString("details")))
			.list();
	}

}
