package io.parley.moderation.console;

import java.time.OffsetDateTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.HashMap;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Who looks at which comment. A claim ends by itself; somebody has one at a time.
 * Thread-safe.
 */
@Repository
class Claims {

	private final JdbcClient jdbc;

	private final ConsoleProperties console;

	private final TransactionTemplate transaction;

	Claims(JdbcClient jdbc, ConsoleProperties console, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.console = console;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Claims a comment, or goes on with it, and gives up another one.
	 * @return whose it is now: another's if it was claimed already
	 */
	Claim take(String commentId, String moderator) {
		transaction.executeWithoutResult(_ -> write(commentId, moderator));
		return find(commentId).orElseGet(() -> new Claim(moderator, Instant.now()));
	}

	private void write(String commentId, String moderator) {
		jdbc.sql("delete from claim where until < now() or (moderator = ? and comment_id <> ?)")
			.param(moderator)
			.param(commentId)
			.update();
		jdbc.sql(
				"""
						insert into claim (comment_id, moderator, until) values (:id, :who, now() + :seconds * interval '1 second')
						on conflict (comment_id) do update set moderator = excluded.moderator, until = excluded.until
						where claim.moderator = excluded.moderator or claim.until < now()""")
			.param("id", commentId)
			.param("who", moderator)
			.param("seconds", console.claim().toSeconds())
			.update();
	}

	Optional<Claim> find(String commentId) {
		return jdbc.sql("select moderator, until from claim where comment_id = ? and until > now()")
			.param(commentId)
			.query((row, _) -> new Claim(row.getString("moderator"),
					row.getObject("until", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** Gives up a claim of one's own. */
	void release(String commentId, String moderator) {
		jdbc.sql("delete from claim where comment_id = ? and moderator = ?").param(commentId).param(moderator).update();
	}

	/** Moderators by comment. */
	Map<String, String> all() {
		Map<String, String> claims = new HashMap<>();
		jdbc.sql("select comment_id, moderator from claim where until > now()").query(row -> {
			claims.put(row.getString("comment_id"), row.getString("moderator"));
		});
		return claims;
	}

	/** A comment that somebody looks at. */
	record Claim(String moderator, Instant until) {

		public boolean isOf(String name) {
			return moderator.equals(name);
		}

	}

}
