package io.parley.comments.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.parley.comments.publishing.Outbox;
import io.parley.comments.publishing.Outgoing;
import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * The undecided rows as an outbox. A row stays in it until its decision has come: each
 * acknowledged publication only makes it due later, four times as late as the last time.
 * Rows that a decision is being written to are skipped.
 */
@Component
@Order(2)
class CommentOutbox implements Outbox {

	private static final String LOCKED = "(select id from comment where id = any(?) and publish_due is not null for update skip locked)";

	private final JdbcClient jdbc;

	CommentOutbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Outgoing> claim(int limit) {
		return jdbc.sql("""
				with due as (
				  select id from comment where publish_due <= now() order by publish_due limit ?
				  for update skip locked
				)
				update comment c set publish_due = now() + ? * interval '1 second'
				from due, thread t
				where c.id = due.id and t.site = c.site and t.id = c.thread_id
				returning c.id, c.revision, c.site, c.thread_id, t.url, t.title, c.parent_id, c.author_key, c.author_id,
				  c.author_name, c.author_registered_at, c.author_role, c.body, c.language, c.submitted_at
				""")
			.param(limit)
			.param(LEASE.toSeconds())
			.query(CommentOutbox::outgoing)
			.list()
			.stream()
			.sorted(Comparator.comparing(Outgoing::rowId))
			.toList();
	}

	private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		Author author = new Author(row.getString("author_key"), row.getString("author_id"),
				row.getString("author_name"), Columns.time(row, "author_registered_at"), row.getString("author_role"));
		CommentThread thread = new CommentThread(row.getString("thread_id"), row.getString("url"),
				row.getString("title"));
		return new Outgoing(id,
				new CommentSubmitted(id.toString(), row.getInt("revision"), row.getString("site"), thread,
						text(row.getObject("parent_id", UUID.class)), author, row.getString("body"),
						row.getString("language"), Columns.requiredTime(row, "submitted_at")));
	}

	private static @Nullable String text(@Nullable UUID id) {
		return (id != null) ? id.toString() : null;
	}

	/** Its row waits for the decision anyway. */
	@Override
	public void published(Collection<UUID> rowIds) {
	}

	@Override
	public void republished(Collection<UUID> rowIds) {
		update("""
				update comment set publish_count = publish_count + 1,
				  publish_due = now() + least(interval '6 hours', interval '30 seconds' * 4 ^ least(publish_count + 1, 6))
				where id in\s"""
				+ LOCKED, rowIds);
	}

	@Override
	public void failed(Collection<UUID> rowIds) {
		update("update comment set publish_due = now() where id in " + LOCKED, rowIds);
	}

	private void update(String sql, Collection<UUID> rowIds) {
		if (!rowIds.isEmpty()) {
			jdbc.sql(sql).param(new SqlArrayValue("uuid", rowIds.toArray())).update();
		}
	}

	@Override
	public int countDue(int limit) {
		return jdbc.sql("select count(*) from (select from comment where publish_due <= now() limit ?) as due")
			.param(limit)
			.query(Integer.class)
			.single();
	}

}
