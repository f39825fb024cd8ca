package io.parley.comments.comment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.parley.comments.publishing.Turn;
import io.parley.trace.Traces;
import io.parley.contract.Author;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a comment's row into its next revision and keeps what it said before. */
@Component
class RevisionStore {

	private final JdbcClient jdbc;

	private final Traces traces;

	RevisionStore(JdbcClient jdbc, Traces traces) {
		this.jdbc = jdbc;
		this.traces = traces;
	}

	/** Locks the comment until the transaction ends. */
	Optional<Locked> lock(String site, UUID id) {
		return jdbc.sql("""
				select c.revision, c.status, c.body, c.language, c.thread_id, c.parent_id, c.author_key, c.author_id,
				  c.author_name, c.author_registered_at, c.author_role, t.url, t.title, %s as awaited
				from comment c join thread t on t.site = c.site and t.id = c.thread_id
				where c.id = ? and c.site = ? for update of c
				""".formatted(Turn.awaitedBy("c.author_key")))
			.param(id)
			.param(site)
			.query((row, _) -> new Locked(row.getInt("revision"), CommentStatus.valueOf(row.getString("status")),
					row.getString("body"), row.getString("language"),
					new CommentThread(row.getString("thread_id"), row.getString("url"), row.getString("title")),
					row.getObject("parent_id", UUID.class),
					new Author(row.getString("author_key"), row.getString("author_id"), row.getString("author_name"),
							Columns.time(row, "author_registered_at"), row.getString("author_role")),
					Turn.awaited(row)))
			.optional();
	}

	/** Keeps the present revision of a locked comment in the history. */
	void archive(UUID id) {
		jdbc.sql("""
				insert into comment_revision (comment_id, revision, body, language, written_at, status, reason_code,
				  reason_text, decided_at)
				select id, revision, body, language, coalesce(edited_at, submitted_at),
				  case status when 'PENDING' then 'SUPERSEDED' else status end, reason_code, reason_text, decided_at
				from comment where id = ?
				""").param(id).update();
	}

	/**
	 * Makes a locked comment pending with a new text.
	 * @param author what the event is to tell of the author
	 * @param showPrevious whether readers go on seeing what they see now
	 * @param publishIn when the sweeper takes it, unless Kafka has it or a decision comes
	 * first
	 * @return the number of the event
	 */
	long edit(UUID id, NewText text, Author author, Instant editedAt, boolean showPrevious, Duration publishIn) {
		return jdbc
			.sql("""
					update comment set revision = revision + 1, event_no = nextval('event_number'), body = :body, language = :language::text,
					  edited_at = :editedAt, changed_at = now(), status = 'PENDING', ordinal = 0, decision_id = null,
					  source = null, policy_hash = null, reason_code = null, reason_text = null, decided_at = null,
					  author_registered_at = :registeredAt::timestamptz, author_role = :role::text,
					  shown_revision = case when not :showPrevious then null when status = 'APPROVED' then revision
					    when shown then shown_revision end,
					  shown_change = case when shown and not :showPrevious then pg_current_xact_id() else shown_change end,
					  publish_due = now() + :publishIn * interval '1 second', publish_count = 0,
					  traceparent = :traceparent::text
					where id = :id returning event_no
					""")
			.param("traceparent", traces.current())
			.param("body", text.body())
			.param("language", text.language())
			.param("editedAt", Columns.value(editedAt))
			.param("registeredAt", Columns.value(author.registeredAt()))
			.param("role", author.role())
			.param("showPrevious", showPrevious)
			.param("publishIn", publishIn.toSeconds())
			.param("id", id)
			.query((row, _) -> row.getLong("event_no"))
			.single();
	}

	/**
	 * Withdraws a locked comment: none of its texts is kept.
	 * @return the number of the event
	 */
	long withdraw(UUID id, Instant withdrawnAt, Duration publishIn) {
		jdbc.sql("update comment_revision set body = null where comment_id = ?").param(id).update();
		return jdbc
			.sql("""
					update comment set revision = revision + 1, event_no = nextval('event_number'), body = null, language = null, edited_at = :withdrawnAt,
					  changed_at = now(), status = 'WITHDRAWN', reason_code = null, reason_text = null, decided_at = null,
					  shown_revision = null,
					  shown_change = case when shown_change is not null then pg_current_xact_id() end,
					  publish_due = now() + :publishIn * interval '1 second', publish_count = 0,
					  traceparent = :traceparent::text
					where id = :id returning event_no
					""")
			.param("traceparent", traces.current())
			.param("withdrawnAt", Columns.value(withdrawnAt))
			.param("publishIn", publishIn.toSeconds())
			.param("id", id)
			.query((row, _) -> row.getLong("event_no"))
			.single();
	}

	/** All revisions, the first one first; none if there is no such comment. */
	List<Revision> history(String site, UUID id) {
		return jdbc.sql("""
				select revision, status, reason_code, reason_text, body, language, written_at, decided_at from (
				  select r.*, c.site from comment_revision r join comment c on c.id = r.comment_id
				  union all
				  select id, revision, body, language, coalesce(edited_at, submitted_at), status, reason_code,
				    reason_text, decided_at, site from comment
				) all_revisions
				where comment_id = ? and site = ? order by revision
				""")
			.param(id)
			.param(site)
			.query((row, _) -> new Revision(row.getInt("revision"), RevisionStatus.valueOf(row.getString("status")),
					Columns.reason(row), row.getString("body"), row.getString("language"),
					Columns.requiredTime(row, "written_at"), Columns.time(row, "decided_at")))
			.list();
	}

	/**
	 * A comment that nobody else can change for now.
	 *
	 * @param awaited see {@link Turn}
	 */
	record Locked(int revision, CommentStatus status, @Nullable String body, @Nullable String language,
			CommentThread thread, @Nullable UUID parentId, Author author, List<Long> awaited) {
	}

}
