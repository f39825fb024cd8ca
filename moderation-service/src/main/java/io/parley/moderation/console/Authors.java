package io.parley.moderation.console;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.parley.moderation.policy.Trust;
import io.parley.moderation.rollout.PublishedPolicies;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Authors, as the tables know them. Thread-safe. */
@Repository
class Authors {

	private final JdbcClient jdbc;

	private final PublishedPolicies policies;

	Authors(JdbcClient jdbc, PublishedPolicies policies) {
		this.jdbc = jdbc;
		this.policies = policies;
	}

	/** Nothing if no comment of the author is known. */
	Optional<AuthorRecord> find(String key) {
		Trust trust = policies.inForce().trust();
		return jdbc
			.sql("""
					with last as (select event -> 'author' as author from comment_revision
					    where author_key = :key and event is not null order by written_at desc limit 1),
					q as (select coalesce((select author ->> 'role' from last), f.event ->> 'role', '') as role, r.*
					    from author_record(:key) r left join author_facts f on f.author_key = :key)
					select q.*, %s as trust, (select author ->> 'name' from last) as name,
					    (select min(written_at) from comment_revision where author_key = :key) as first_seen,
					    coalesce((select (author ->> 'registeredAt')::timestamptz from last),
					        (select (event ->> 'registeredAt')::timestamptz from author_facts where author_key = :key)) as registered,
					    ban.sanction_id is not null and (ban.until is null or ban.until > now()) as banned, ban.until as banned_until,
					    case when mute.until > now() then mute.until end as muted_until
					from q
					left join lateral (select * from sanction where author_key = :key and kind = 'BAN' order by imposed_at desc limit 1) ban on true
					left join lateral (select * from sanction where author_key = :key and kind = 'MUTE' order by imposed_at desc limit 1) mute on true
					where exists (select from comment_revision where author_key = :key) or exists (select from decision where author_key = :key)"""
				.formatted(QueueCondition.TRUST))
			.param("key", key)
			.param("moderatorWeight", trust.moderatorWeight())
			.param("trustedFrom", trust.trusted())
			.param("rejectedPercent", trust.rejectedPercent())
			.param("knownFrom", trust.known())
			.query((row, _) -> new AuthorRecord(key, row.getString("name"), row.getString("role"),
					row.getString("trust"), row.getLong("approved"), row.getLong("held"), row.getLong("rejected"),
					row.getLong("approved_by_moderators"), row.getLong("rejected_by_moderators"),
					Queue.time(row, "first_seen"), Queue.time(row, "registered"), row.getBoolean("banned"),
					Queue.time(row, "banned_until"), Queue.time(row, "muted_until")))
			.optional();
	}

	List<Sanction> sanctions(String key) {
		return jdbc.sql("select * from sanction where author_key = ? order by imposed_at desc limit 50")
			.param(key)
			.query((row, _) -> {
				Instant imposed = Queue.time(row, "imposed_at");
				Instant until = Queue.time(row, "until");
				return new Sanction(row.getString("kind"), until,
						until != null && imposed != null && !until.isAfter(imposed), row.getString("note"),
						row.getString("moderator"), imposed);
			})
			.list();
	}

	/**
	 * What a moderator imposed.
	 *
	 * @param lifted whether it lifts what was imposed before
	 */
	record Sanction(String kind, @Nullable Instant until, boolean lifted, @Nullable String note, String moderator,
			@Nullable Instant imposedAt) {

	}

}
