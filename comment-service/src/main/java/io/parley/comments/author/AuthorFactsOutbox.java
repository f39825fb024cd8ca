package io.parley.comments.author;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import io.parley.comments.publishing.Outbox;
import io.parley.comments.publishing.Outgoing;
import io.parley.comments.publishing.RowIds;
import io.parley.comments.publishing.Turn;
import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Facts that Kafka has not acknowledged yet; a row lives until then.
 */
@Component
class AuthorFactsOutbox implements Outbox {

	private final JdbcClient jdbc;

	AuthorFactsOutbox(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Turn insert(AuthorFacts facts, Duration publishIn) {
		return jdbc.sql("""
				insert into author_facts (id, site, author_id, registered_at, role, approved, held, rejected, told_at,
				  publish_due)
				values (:id, :site, :authorId, :registeredAt::timestamptz, :role::text, :approved::int, :held::int,
				  :rejected::int, :toldAt, now() + :publishIn * interval '1 second')
				returning event_no,\s""" + Turn.awaitedBy("author_facts.author_key") + " as awaited")
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
			.query((row, _) -> Turn.of(row))
			.single();
	}

	@Override
	public Claim claim(int limit) {
		return new Claim(jdbc.sql("""
				with due as (
				  select id from author_facts where publish_due <= now() order by publish_due limit ?
				  for update skip locked
				)
				update author_facts f set publish_due = now() + ? * interval '1 second'
				from due where f.id = due.id
				returning f.author_key
				""").param(limit).param(LEASE.toSeconds()).query((row, _) -> row.getString(1)).set(), List.of());
	}

	@Override
	public List<Outgoing> unpublished(Collection<String> authorKeys, int limit) {
		if (authorKeys.isEmpty()) {
			return List.of();
		}
		return jdbc.sql("""
				select f.* from unnest(?) as a (key) cross join lateral (
				  select * from author_facts where author_key = a.key order by event_no limit ?
				) f
				""")
			.param(new SqlArrayValue("text", authorKeys.toArray()))
			.param(limit)
			.query(AuthorFactsOutbox::outgoing)
			.list();
	}

	private static Outgoing outgoing(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		String site = row.getString("site");
		String authorId = row.getString("author_id");
		OffsetDateTime registeredAt = row.getObject("registered_at", OffsetDateTime.class);
		return new Outgoing(id, row.getLong("event_no"), new AuthorFacts(id.toString(), site,
				Author.keyOf(site, authorId), authorId, (registeredAt != null) ? registeredAt.toInstant() : null,
				row.getString("role"), row.getObject("approved", Integer.class), row.getObject("held", Integer.class),
				row.getObject("rejected", Integer.class), row.getObject("told_at", OffsetDateTime.class).toInstant()),
				null);
	}

	@Override
	public void published(Collection<Outgoing> events) {
		update("delete from author_facts where id = any(?)", events);
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
