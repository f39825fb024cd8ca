package io.parley.comments.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.parley.comments.publishing.Outbox;
import io.parley.comments.publishing.Outgoing;
import io.parley.comments.publishing.RowIds;
import io.parley.contract.Author;
import io.parley.contract.CommentEdited;
import io.parley.contract.CommentEvent;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.CommentWithdrawn;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The undecided and the withdrawn rows as an outbox. An undecided row stays in it until
 * its decision has come: each acknowledged publication only makes it due later, four
 * times as late as the last time. A withdrawal leaves it once it is acknowledged, for no
 * decision follows. Of a row that changed again before it was published, only the last
 * event is. Rows that are being written to are skipped.
 */
@Component
class CommentOutbox implements Outbox {

	/** Rows that still stand for the events, and are not being decided. */
	private static final String LOCKED = """
			(select c.id from comment c join unnest(?, ?) as e (id, revision) on c.id = e.id and c.revision = e.revision
			  where c.publish_due is not null for update of c skip locked)
			""";

	/** Of a comment {@code c} in a thread {@code t}. */
	private static final String OF_EVENT = """
			c.id, c.event_no, c.revision, c.site, c.thread_id, t.url, t.title, c.parent_id, c.author_key, c.author_id,
			c.author_name, c.author_registered_at, c.author_role, c.body, c.language, c.submitted_at, c.edited_at,
			c.changed_at, c.status, c.traceparent""";

	private final JdbcClient jdbc;

	CommentOutbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Claim claim(int limit) {
		List<Claimed> claimed = jdbc.sql("""
				with due as (
				  select id from comment where publish_due <= now() order by publish_due limit ?
				  for update skip locked
				)
				update comment c set publish_due = now() + ? * interval '1 second'
				from due, thread t
				where c.id = due.id and t.site = c.site and t.id = c.thread_id
				returning c.publish_count,\s""" + OF_EVENT)
			.param(limit)
			.param(LEASE.toSeconds())
			.query((row, _) -> new Claimed(outgoing(row), row.getInt("publish_count") > 0))
			.list();
		return new Claim(
				claimed.stream()
					.filter(row -> !row.again())
					.map(row -> row.outgoing().event().authorKey())
					.collect(Collectors.toSet()),
				claimed.stream().filter(Claimed::again).map(Claimed::outgoing).toList());
	}

	@Override
	public List<Outgoing> unpublished(Collection<String> authorKeys, int limit) {
		if (authorKeys.isEmpty()) {
			return List.of();
		}
		return jdbc.sql("select " + OF_EVENT + """
				 from unnest(?) as a (key) cross join lateral (
				  select * from comment where author_key = a.key and publish_due is not null and publish_count = 0
				  order by event_no limit ?
				) c join thread t on t.site = c.site and t.id = c.thread_id
				""")
			.param(new SqlArrayValue("text", authorKeys.toArray()))
			.param(limit)
			.query((row, _) -> outgoing(row))
			.list();
	}

	private static Outgoing outgoing(ResultSet row) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		return new Outgoing(id, row.getLong("event_no"),
				event(row, id.toString(), row.getInt("revision"), row.getString("site")), row.getString("traceparent"));
	}

	private static CommentEvent event(ResultSet row, String id, int revision, String site) throws SQLException {
		if (CommentStatus.valueOf(row.getString("status")) == CommentStatus.WITHDRAWN) {
			Instant withdrawnAt = Columns.time(row, "edited_at");
			return new CommentWithdrawn(id, revision, site, row.getString("thread_id"), row.getString("author_key"),
					(withdrawnAt != null) ? withdrawnAt : Columns.requiredTime(row, "changed_at"));
		}
		Author author = new Author(row.getString("author_key"), row.getString("author_id"),
				row.getString("author_name"), Columns.time(row, "author_registered_at"), row.getString("author_role"));
		CommentThread thread = new CommentThread(row.getString("thread_id"), row.getString("url"),
				row.getString("title"));
		String parentId = text(row.getObject("parent_id", UUID.class));
		Instant editedAt = Columns.time(row, "edited_at");
		return (editedAt == null)
				? new CommentSubmitted(id, revision, site, thread, parentId, author, row.getString("body"),
						row.getString("language"), Columns.requiredTime(row, "submitted_at"))
				: new CommentEdited(id, revision, site, thread, parentId, author, row.getString("body"),
						row.getString("language"), editedAt);
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

	/**
	 * A decision may be late because there are many to make, and would be later still if
	 * all that wait for theirs were soon published again.
	 */
	@Override
	public void published(Collection<Outgoing> events) {
		update("""
				update comment set publish_count = publish_count + 1,
				  publish_due = case when status <> 'WITHDRAWN' then now()
				    + least(interval '6 hours', interval '2 minutes' * 4 ^ least(publish_count + 1, 6)) end
				where id in\s""" + LOCKED, events);
	}

	@Override
	public void failed(Collection<Outgoing> events) {
		update("update comment set publish_due = changed_at where id in " + LOCKED, events);
	}

	private void update(String sql, Collection<Outgoing> events) {
		if (!events.isEmpty()) {
			jdbc.sql(sql)
				.param(RowIds.of(events))
				.param(new SqlArrayValue("int", events.stream().map(CommentOutbox::revision).toArray()))
				.update();
		}
	}

	private static int revision(Outgoing outgoing) {
		return (outgoing.event() instanceof CommentEvent comment) ? comment.revision() : 0;
	}

	@Override
	public Due due(int limit) {
		return jdbc.sql("""
				select count(*) as due, coalesce(extract(epoch from now() - min(changed_at)), 0) as age
				from (select changed_at from comment where publish_due <= now() limit ?) as oldest
				""").param(limit).query(Due::of).single();
	}

	/** What was due. */
	private record Claimed(Outgoing outgoing, boolean again) {
	}

}
