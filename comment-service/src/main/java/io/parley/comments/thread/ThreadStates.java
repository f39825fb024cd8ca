package io.parley.comments.thread;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

import io.parley.contract.DecisionSource;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadMode;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What threads take, by the decisions about them. Applying one twice, late or out of
 * order changes nothing. Thread-safe.
 */
@Component
public class ThreadStates {

	private static final String FIND = """
			select thread_mode(r, t.at) as mode, h.holds as human, r.*
			from (select cast(? as timestamptz) as at) t, thread_restriction r,
			  lateral (select coalesce(r.human_from <= t.at and t.at < r.human_until, false) as holds) h
			where r.site = ? and r.thread_id = ?""";

	private static final String BY_MODERATOR = """
			insert into thread_restriction as r (site, thread_id, human_mode, human_slow_seconds, human_from, human_until)
			values (?, ?, ?, ?, ?, coalesce(cast(? as timestamptz), 'infinity'))
			on conflict (site, thread_id) do update set human_mode = excluded.human_mode,
			  human_slow_seconds = excluded.human_slow_seconds, human_from = excluded.human_from,
			  human_until = excluded.human_until
			where r.human_from is null or r.human_from <= excluded.human_from""";

	private static final String CLOSED_BY_RULE = """
			insert into thread_restriction as r (site, thread_id, closed_from, closed_until)
			values (?, ?, ?, coalesce(cast(? as timestamptz), 'infinity'))
			on conflict (site, thread_id) do update set closed_from = excluded.closed_from,
			  closed_until = excluded.closed_until
			where r.closed_until is null or r.closed_until < excluded.closed_until""";

	private static final String SLOWED_BY_RULE = """
			insert into thread_restriction as r (site, thread_id, slow_seconds, slow_from, slow_until)
			values (?, ?, ?, ?, coalesce(cast(? as timestamptz), 'infinity'))
			on conflict (site, thread_id) do update set slow_seconds = excluded.slow_seconds,
			  slow_from = excluded.slow_from, slow_until = excluded.slow_until
			where r.slow_until is null or (r.slow_until, r.slow_seconds) < (excluded.slow_until, excluded.slow_seconds)""";

	private static final String TAKE_TURN = """
			insert into thread_turn as t (site, thread_id, author_key, taken_at) values (?, ?, ?, ?)
			on conflict (site, thread_id, author_key) do update set taken_at = excluded.taken_at
			where t.taken_at + ? * interval '1 second' <= excluded.taken_at""";

	private final JdbcClient jdbc;

	ThreadStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a thread takes of comments that are written at a time. */
	public ThreadState find(String site, String threadId, Instant at) {
		return jdbc.sql(FIND)
			.param(time(at))
			.param(site)
			.param(threadId)
			.query(ThreadStates::state)
			.optional()
			.orElse(ThreadState.OPEN);
	}

	private static ThreadState state(ResultSet row, int number) throws SQLException {
		String mode = row.getString("mode");
		if (mode == null) {
			return ThreadState.OPEN;
		}
		ThreadMode found = ThreadMode.valueOf(mode);
		String by = row.getBoolean("human") ? "human" : mode.toLowerCase(Locale.ROOT);
		Duration slow = (found == ThreadMode.SLOW)
				? Duration.ofSeconds(row.getInt(by.equals("human") ? "human_slow_seconds" : "slow_seconds"))
				: Duration.ZERO;
		return new ThreadState(found, slow, instant(row, by + "_from"), instant(row, by + "_until"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return OffsetDateTime.MAX.equals(time) ? null : time.toInstant();
	}

	/**
	 * Takes an author's turn in a slow thread, within the caller's transaction.
	 * @return false if the author has to wait
	 */
	public boolean takeTurn(String site, String threadId, String authorKey, Instant at, Duration slowMode) {
		return jdbc.sql(TAKE_TURN)
			.param(site)
			.param(threadId)
			.param(authorKey)
			.param(time(at))
			.param(slowMode.toSeconds())
			.update() == 1;
	}

	/** When the author last took a turn. */
	public Instant lastTurn(String site, String threadId, String authorKey) {
		return jdbc.sql("select taken_at from thread_turn where site = ? and thread_id = ? and author_key = ?")
			.param(site)
			.param(threadId)
			.param(authorKey)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant)
			.orElse(Instant.EPOCH);
	}

	/** Forgets turns that were taken long ago. */
	void forgetTurnsBefore(Instant time) {
		jdbc.sql("delete from thread_turn where taken_at < ?").param(time(time)).update();
	}

	/** Takes a decision about a thread over. */
	void apply(ThreadDecision decision) {
		if (decision.source() == DecisionSource.MODERATOR) {
			change(BY_MODERATOR, decision, decision.mode().name(), decision.slowModeSeconds());
			return;
		}
		switch (decision.mode()) {
			case CLOSED -> change(CLOSED_BY_RULE, decision);
			case SLOW -> change(SLOWED_BY_RULE, decision, decision.slowModeSeconds());
			case OPEN -> {
				// Rules only restrict.
			}
		}
	}

	private void change(String sql, ThreadDecision decision, Object... details) {
		Instant until = decision.until();
		jdbc.sql(sql)
			.param(decision.site())
			.param(decision.threadId())
			.params(details)
			.param(time(decision.decidedAt()))
			.param((until != null) ? time(until) : null)
			.update();
	}

	private static OffsetDateTime time(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
