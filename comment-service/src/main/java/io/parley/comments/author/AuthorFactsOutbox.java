package io.parley.comments.author;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import io.parley.comments.publishing.Outbox;
import io.parley.comments.publishing.Outgoing;
import io.parley.comments.publishing.RowIds;
import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import org.jspecify.annotations.Nullable;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Facts that Kafka has not acknowledged yet; a row lives until then. Published before
 * comments, which may need them.
 */
@Component
@Order(1)
class AuthorFactsOutbox implements Outbox {

	private final JdbcClient jdbc;

	AuthorFactsOutbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(AuthorFacts facts, Duration publishIn) {
		jdbc.sql("""
				insert into author_facts (id, site, author_id, registered_at, role, approved, held, rejected, told_at,
				  publish_due)
				values (:id, :site, :authorId, :registeredAt::timestamptz, :role::text, :approved::int, :held::int,
				  :rejected::int, :toldAt, now() + :publishIn * interval '1 second')
				""")
			.param("id", UUID.fromString(facts.factsId()))
			.param("site", facts.site())
			.param("authorId", facts.authorId())
			.param("registeredAt", value(facts.registeredAt()))
			.param("role", facts.role())
			.param("approved", facts.approved())
			.param("held", facts.held())
			.param("rejected", facts.rejected())
			.param("toldAt", value(facts.toldAt()))
			.param("publishIn", publishIn.toSeconds())
			.update();
	}

	@Override
	public List<Outgoing> claim(int limit) {
		return jdbc.sql("""
				with due as (
				  select id from author_facts where publish_due <= now() order by publish_due limit ?
				  for update skip locked
				)
				update author_facts f set publish_due = now() + ? * interval '1 second'
				from due where f.id = due.id
				returning f.*
				""")
			.param(limit)
			.param(LEASE.toSeconds())
			.query(AuthorFactsOutbox::outgoing)
			.list()
			.stream()
			.sorted(Comparator.comparing(Outgoing::rowId))
			.toList();
	}

	private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		String site = row.getString("site");
		String authorId = row.getString("author_id");
		OffsetDateTime registeredAt = row.getObject("registered_at", OffsetDateTime.class);
		return new Outgoing(id, new AuthorFacts(id.toString(), site, Author.keyOf(site, authorId), authorId,
				(registeredAt != null) ? registeredAt.toInstant() : null, row.getString("role"),
				row.getObject("approved", Integer.class), row.getObject("held", Integer.class),
				row.getObject("rejected", Integer.class), row.getObject("told_at", OffsetDateTime.class).toInstant()));
	}

	@Override
	public void published(Collection<Outgoing> events) {
		update("delete from author_facts where id = any(?)", events);
	}

	@Override
	public void republished(Collection<Outgoing> events) {
		published(events);
	}

	@Override
	public void failed(Collection<Outgoing> events) {
		update("update author_facts set publish_due = now() where id = any(?)", events);
	}

	private void update(String sql, Collection<Outgoing> events) {
		if (!events.isEmpty()) {
			jdbc.sql(sql).param(RowIds.of(events)).update();
		}
	}

	@Override
	public Due due(int limit) {
		return jdbc.sql("""
				select count(*) as due, coalesce(extract(epoch from now() - min(told_at)), 0) as age
				from (select told_at from author_facts where publish_due <= now() limit ?) as oldest
				""").param(limit).query(Due::of).single();
	}

	private static @Nullable OffsetDateTime value(@Nullable Instant time) {
		return (time != null) ? time.atOffset(ZoneOffset.UTC) : null;
	}

}
