package io.parley.moderation.console;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.parley.contract.EventType;
import io.parley.contract.Json;
import io.parley.contract.ModerationInput;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What moderators did, from the key press to the decision. Thread-safe. */
@Repository
class ActionTable {

	private final JdbcClient jdbc;

	ActionTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Takes an action down.
	 * @param wait how long it can be undone
	 * @return whether it is the only one that is open about its comment
	 */
	boolean add(Action action, @Nullable UUID batch, Duration wait) {
		return jdbc
			.sql("""
					insert into action (id, batch, moderator, site, author_key, comment_id, revision, ordinal, type, event, due_at)
					values (:id, :batch, :moderator, :site, :author, :comment, :revision, :ordinal, :type, :event::jsonb,
					    clock_timestamp() + :wait * interval '1 millisecond')
					on conflict do nothing""")
			.param("id", action.id())
			.param("batch", batch)
			.param("moderator", action.moderator())
			.param("site", action.site())
			.param("author", action.authorKey())
			.param("comment", action.commentId())
			.param("revision", action.revision())
			.param("ordinal", action.ordinal())
			.param("type", EventType.of(action.event()).ceType())
			.param("event", Json.MAPPER.writeValueAsString(action.event()))
			.param("wait", wait.toMillis())
			.update() == 1;
	}

	/**
	 * Who has decided about the comment and what, while its decision is not there yet.
	 */
	Optional<Open> openAbout(String commentId) {
		return jdbc.sql("""
				select moderator, event ->> 'verdict' as verdict, made_at from action
				where comment_id = ? and state in ('WAITING', 'SENT')""")
			.param(commentId)
			.query((row, _) -> new Open(row.getString("moderator"), row.getString("verdict"),
					row.getObject("made_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/**
	 * Takes back what waits: one action, or all of a batch.
	 * @return comments that nothing was decided about now
	 */
	List<String> undo(UUID id, String moderator) {
		return jdbc.sql("""
				update action set state = 'UNDONE'
				where (id = :id or batch = :id) and moderator = :who and state = 'WAITING'
				returning coalesce(comment_id, author_key) as subject""")
			.param("id", id)
			.param("who", moderator)
			.query((row, _) -> row.getString("subject"))
			.list();
	}

	/**
	 * Those that can no longer be undone, kept from other instances until the end of the
	 * transaction.
	 */
	List<Due> takeDue(int limit) {
		return jdbc.sql("""
				select id, author_key, type, event from action where state = 'WAITING' and due_at <= clock_timestamp()
				order by due_at, id limit ? for update skip locked""").param(limit).query((row, _) -> {
			Class<?> type = EventType.named(row.getString("type")).recordClass();
			return new Due(row.getObject("id", UUID.class), row.getString("author_key"),
					(ModerationInput) Json.MAPPER.readValue(row.getString("event"), type));
		}).list();
	}

	void sent(Collection<UUID> ids) {
		jdbc.sql("update action set state = 'SENT' where id = any(?)").param(ids.toArray(UUID[]::new)).update();
	}

	/**
	 * Closes those whose decision the tables have, or whose comment went on without them.
	 */
	void settle() {
		jdbc.sql("""
				update action a set state = 'DONE' where a.state = 'SENT' and (a.comment_id is null
				    or exists (select from decision d
				        where d.comment_id = a.comment_id and (d.revision, d.ordinal) > (a.revision, a.ordinal))
				    or exists (select from comment c
				        where c.comment_id = a.comment_id and (c.withdrawn or c.revision > a.revision)))""").update();
	}

	/**
	 * Something that a moderator did.
	 *
	 * @param commentId the comment that was decided about, or null
	 * @param revision of the decision that the moderator looked at
	 */
	record Action(UUID id, String moderator, String site, String authorKey, @Nullable String commentId,
			@Nullable Integer revision, @Nullable Integer ordinal, ModerationInput event) {

	}

	/** An action whose decision is not there yet. */
	record Open(String moderator, @Nullable String verdict, Instant madeAt) {

	}

	/** An event to be written to the log. */
	record Due(UUID id, String authorKey, ModerationInput event) {

	}

}
