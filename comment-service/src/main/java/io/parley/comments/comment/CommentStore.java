package io.parley.comments.comment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.parley.contract.Author;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of comments and their threads. */
@Component
class CommentStore {

	/**
	 * One statement, thus one transaction and one round trip. The thread is touched only
	 * when something about it is new, so that a popular one is no bottleneck. Returns a
	 * row only if the comment was inserted: not if its idempotency key is taken, nor if
	 * its parent is not in the thread.
	 */
	private static final String INSERT = """
			with known as (
			  select url, title from thread where site = :site and id = :threadId
			), inserted as (
			  insert into comment (id, site, thread_id, parent_id, author_key, author_id, author_name,
			    author_registered_at, author_role, body, language, submitted_at, idempotency_key, payload_hash,
			    publish_due)
			  select :id, :site, :threadId, :parentId::uuid, :authorKey, :authorId::text, :authorName::text,
			    :authorRegisteredAt::timestamptz, :authorRole::text, :body, :language::text, :submittedAt,
			    :idempotencyKey::text, :payloadHash::bytea, now() + :publishIn * interval '1 second'
			  where :parentId::uuid is null
			    or exists (select from comment where id = :parentId::uuid and site = :site and thread_id = :threadId)
			  on conflict (site, idempotency_key) where idempotency_key is not null do nothing
			  returning 1
			), touched as (
			  insert into thread (site, id, url, title)
			  select :site, :threadId, :url::text, :title::text from inserted
			  where not exists (select from known where (:url::text is null or url = :url)
			    and (:title::text is null or title = :title))
			  on conflict (site, id) do update set url = coalesce(excluded.url, thread.url),
			    title = coalesce(excluded.title, thread.title)
			)
			select coalesce(:url::text, (select url from known)) as url,
			  coalesce(:title::text, (select title from known)) as title
			from inserted
			""";

	private final JdbcClient jdbc;

	CommentStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Stores a comment as pending.
	 * @param publishIn when the sweeper takes it, unless a decision comes first
	 * @return the thread with all that is known of it, or nothing if no row was inserted
	 */
	Optional<CommentThread> insert(UUID id, NewComment comment, Instant submittedAt, @Nullable IdempotencyKey key,
			Duration publishIn) {
		Author author = comment.author();
		CommentThread thread = comment.thread();
		return jdbc.sql(INSERT)
			.param("id", id)
			.param("site", comment.site())
			.param("threadId", thread.id())
			.param("url", thread.url())
			.param("title", thread.title())
			.param("parentId", comment.parentId())
			.param("authorKey", author.key())
			.param("authorId", author.id())
			.param("authorName", author.name())
			.param("authorRegisteredAt", Columns.value(author.registeredAt()))
			.param("authorRole", author.role())
			.param("body", comment.body())
			.param("language", comment.language())
			.param("submittedAt", Columns.value(submittedAt))
			.param("idempotencyKey", (key != null) ? key.value() : null)
			.param("payloadHash", (key != null) ? IdempotencyKey.hashOf(comment) : null)
			.param("publishIn", publishIn.toSeconds())
			.query((row, _) -> new CommentThread(thread.id(), row.getString("url"), row.getString("title")))
			.optional();
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

	/** A comment that was sent with the same key before. */
	@SuppressWarnings("ArrayRecordComponent") // a carrier that is never compared
	record Earlier(UUID id, byte[] payloadHash) {
	}

}
