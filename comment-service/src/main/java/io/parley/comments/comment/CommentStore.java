package io.parley.comments.comment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import io.parley.comments.publishing.Turn;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The rows of comments and their threads. */
@Component
class CommentStore {

	/**
	 * Any number of comments in one statement, thus one transaction and one round trip. A
	 * thread is touched only when something about it is new, so that a popular one is no
	 * bottleneck. Returns the comments that were inserted: not those whose idempotency
	 * key is taken, nor those whose parent is not in the thread, nor those whose thread
	 * is slow or closed. Keys and threads are taken in their order, so that two
	 * statements never wait for each other.
	 */
	private static final String INSERT = """
			with input as materialized (
			  select i.*, nextval('event_number') as event_no from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) with ordinality as i (id, site,
			    thread_id, url, title, parent_id, author_key, author_id, author_name, author_registered_at,
			    author_role, body, language, submitted_at, idempotency_key, payload_hash, publish_in, traceparent, place)
			), known as materialized (
			  select t.site, t.id, t.url, t.title
			  from (select distinct site, thread_id from input) i join thread t on t.site = i.site and t.id = i.thread_id
			), inserted as (
			  insert into comment (id, site, thread_id, parent_id, author_key, author_id, author_name,
			    author_registered_at, author_role, body, language, submitted_at, idempotency_key, payload_hash,
			    publish_due, traceparent, event_no)
			  select i.id, i.site, i.thread_id, i.parent_id, i.author_key, i.author_id, i.author_name,
			    i.author_registered_at, i.author_role, i.body, i.language, i.submitted_at, i.idempotency_key,
			    i.payload_hash, now() + i.publish_in * interval '1 second', i.traceparent, i.event_no
			  from input i left join thread_restriction r on r.site = i.site and r.thread_id = i.thread_id
			  where (i.parent_id is null or exists (
			    select from comment p where p.id = i.parent_id and p.site = i.site and p.thread_id = i.thread_id))
			    and (r.site is null or ? or thread_mode(r, i.submitted_at) is null)
			  order by i.site, i.idempotency_key, i.place
			  on conflict (site, idempotency_key) where idempotency_key is not null do nothing
			  returning id
			), told as (
			  select i.site, i.thread_id,
			    (array_agg(i.url order by i.place desc) filter (where i.url is not null))[1] as url,
			    (array_agg(i.title order by i.place desc) filter (where i.title is not null))[1] as title
			  from input i join inserted n on n.id = i.id group by i.site, i.thread_id
			), touched as (
			  insert into thread (site, id, url, title)
			  select d.site, d.thread_id, d.url, d.title
			  from told d left join known k on k.site = d.site and k.id = d.thread_id
			  where k.id is null or (d.url is not null and d.url is distinct from k.url)
			    or (d.title is not null and d.title is distinct from k.title)
			  order by d.site, d.thread_id
			  on conflict (site, id) do update set url = coalesce(excluded.url, thread.url),
			    title = coalesce(excluded.title, thread.title)
			)
			select i.id, i.thread_id, coalesce(i.url, k.url) as url, coalesce(i.title, k.title) as title, i.event_no,
			  %s as awaited
			from inserted n join input i on i.id = n.id left join known k on k.site = i.site and k.id = i.thread_id
			"""
		.formatted(Turn.awaitedBy("i.author_key"));

	private final JdbcClient jdbc;

	CommentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Stores comments as pending, but for those whose thread takes fewer or none.
	 * @return what was inserted, by the comment's id
	 */
	Map<UUID, Stored> insert(List<NewRow> rows) {
		return insert(rows, false);
	}

	/** Stores a comment as pending, whatever its thread takes. */
	Map<UUID, Stored> insertAnyway(NewRow row) {
		return insert(List.of(row), true);
	}

	private Map<UUID, Stored> insert(List<NewRow> rows, boolean anyway) {
		Map<UUID, Stored> inserted = new HashMap<>();
		jdbc.sql(INSERT)
			.param(array("uuid", rows, NewRow::id))
			.param(array("text", rows, row -> row.comment().site()))
			.param(array("text", rows, row -> row.comment().thread().id()))
			.param(array("text", rows, row -> row.comment().thread().url()))
			.param(array("text", rows, row -> row.comment().thread().title()))
			.param(array("uuid", rows, row -> row.comment().parentId()))
			.param(array("text", rows, row -> row.comment().author().key()))
			.param(array("text", rows, row -> row.comment().author().id()))
			.param(array("text", rows, row -> row.comment().author().name()))
			.param(array("timestamptz", rows, row -> Columns.value(row.comment().author().registeredAt())))
			.param(array("text", rows, row -> row.comment().author().role()))
			.param(array("text", rows, row -> row.comment().body()))
			.param(array("text", rows, row -> row.comment().language()))
			.param(array("timestamptz", rows, row -> Columns.value(row.submittedAt())))
			.param(array("text", rows, NewRow::keyValue))
			.param(hashes(rows))
			.param(array("int8", rows, row -> row.publishIn().toSeconds()))
			.param(array("text", rows, NewRow::traceparent))
			.param(anyway)
			.query(row -> {
				CommentThread thread = new CommentThread(row.getString("thread_id"), row.getString("url"),
						row.getString("title"));
				inserted.put(row.getObject("id", UUID.class), new Stored(thread, Turn.of(row)));
			});
		return inserted;
	}

	/** The driver takes arrays of bytes as nothing else. */
	private static SqlArrayValue hashes(List<NewRow> rows) {
		return new SqlArrayValue("bytea", (Object[]) rows.stream().map(NewRow::payloadHash).toArray(byte[][]::new));
	}

	private static SqlArrayValue array(String type, List<NewRow> rows, Function<NewRow, @Nullable Object> column) {
		return new SqlArrayValue(type, rows.stream().map(column).toArray());
	}

	Optional<Earlier> findByKey(String site, IdempotencyKey key) {
		return jdbc.sql("select id, payload_hash from comment where site = ? and idempotency_key = ?")
			.param(site)
			.param(key.value())
			.query((row, _) -> new Earlier(row.getObject("id", UUID.class), row.getBytes("payload_hash")))
			.optional();
	}

	Optional<Comment> find(String site, UUID id) {
		return jdbc.sql("select " + Columns.OF_COMMENT + " from comment c where c.id = ? and c.site = ?")
			.param(id)
			.param(site)
			.query(Columns::comment)
			.optional();
	}

	/**
	 * A comment that was inserted.
	 *
	 * @param thread with all that is known of it
	 */
	record Stored(CommentThread thread, Turn turn) {

		/** This one, after others of its author that the same statement inserted. */
		Stored after(List<Long> others) {
			return new Stored(thread, turn.after(others));
		}

	}

	/** A comment that was sent with the same key before. */
	@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
	record Earlier(UUID id, byte[] payloadHash) {
	}

}
