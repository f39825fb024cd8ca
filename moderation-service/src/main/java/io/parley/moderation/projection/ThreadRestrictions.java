package io.parley.moderation.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import io.parley.contract.DecisionSource;
import io.parley.contract.Json;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadMode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projection of {@code threads}: which threads are slow or closed. Taking in a
 * decision twice, late or out of order changes nothing. Thread-safe.
 */
@Repository
public class ThreadRestrictions {

	private final JdbcClient jdbc;

	ThreadRestrictions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that hold at a time, by site and thread.
	 * @param site only of this one, or null
	 * @param after the last one of the page before, or null to begin
	 */
	public List<Restriction> page(@Nullable String site, @Nullable Place after, Instant at, int limit) {
		return jdbc.sql("""
				select r.event, (select c.event -> 'thread' ->> 'title' from comment_revision c
				    where c.site = r.site and c.thread_id = r.thread_id and c.event is not null
				    order by c.written_at desc, c.comment_id desc limit 1) as title
				from thread_restriction r
				where r.mode <> 'OPEN' and r.from_at <= :at and :at < r.until_at
				  and not exists (select from thread_restriction stronger
				      where stronger.site = r.site and stronger.thread_id = r.thread_id and stronger.rank < r.rank
				        and stronger.from_at <= :at and :at < stronger.until_at)
				  and (:site::text is null or r.site = :site)
				  and (:afterSite::text is null or (r.site, r.thread_id) > (:afterSite, :afterThread))
				order by r.site, r.thread_id limit :limit""")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("site", site)
			.param("afterSite", (after != null) ? after.site() : null)
			.param("afterThread", (after != null) ? after.threadId() : "")
			.param("limit", limit)
			.query((row, _) -> restriction(row))
			.list();
	}

	private static Restriction restriction(ResultSet row) throws SQLException {
		ThreadDecision decision = Json.MAPPER.readValue(row.getString("event"), ThreadDecision.class);
		return new Restriction(decision, row.getString("title"));
	}

	/** What outranks what: a moderator, then a rule that closes, then one that slows. */
	private static int rank(ThreadDecision decision) {
		if (decision.source() == DecisionSource.MODERATOR) {
			return 0;
		}
		return (decision.mode() == ThreadMode.CLOSED) ? 1 : 2;
	}

	/** Of a moderator the latest counts, of rules the one that ends last. */
	void put(ThreadDecision decision) {
		int rank = rank(decision);
		if (rank > 0 && decision.mode() == ThreadMode.OPEN) {
			return; // Rules only restrict.
		}
		Instant until = decision.until();
		jdbc.sql(
				"""
						insert into thread_restriction as r (site, thread_id, rank, mode, slow_seconds, from_at, until_at, event)
						values (:site, :thread, :rank, :mode, :slow, :from, coalesce(:until::timestamptz, 'infinity'), :event::jsonb)
						on conflict (site, thread_id, rank) do update set mode = excluded.mode,
						  slow_seconds = excluded.slow_seconds, from_at = excluded.from_at, until_at = excluded.until_at,
						  event = excluded.event
						where case when r.rank = 0 then r.from_at <= excluded.from_at
						  else (r.until_at, r.slow_seconds) < (excluded.until_at, excluded.slow_seconds) end""")
			.param("site", decision.site())
			.param("thread", decision.threadId())
			.param("rank", rank)
			.param("mode", decision.mode().name())
			.param("slow", decision.slowModeSeconds())
			.param("from", decision.decidedAt().atOffset(ZoneOffset.UTC))
			.param("until", (until != null) ? until.toString() : null)
			.param("event", Json.MAPPER.writeValueAsString(decision))
			.update();
	}

	/** A place in the list. */
	public record Place(String site, String threadId) {

	}

	/**
	 * A thread that does not take comments as usual.
	 *
	 * @param title of the post, or null
	 */
	public record Restriction(ThreadDecision decision, @Nullable String title) {

	}

}
