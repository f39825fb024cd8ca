package io.parley.moderation.projection;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.moderation.projection.Rows.Column;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The projection of {@code decisions}: for each comment the decision with the highest
 * revision and ordinal. Thread-safe.
 */
@Repository
public class DecisionsInForce {

	private static final Rows<Decision> ROWS = new Rows<>(
			"""
					insert into decision (comment_id, revision, ordinal, site, author_key, verdict, decided_at, event)
					select * from unnest(?::text[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::jsonb[])
					on conflict (comment_id) do update
					set revision = excluded.revision, ordinal = excluded.ordinal, site = excluded.site,
					    author_key = excluded.author_key, verdict = excluded.verdict, decided_at = excluded.decided_at,
					    event = excluded.event
					where (excluded.revision, excluded.ordinal) > (decision.revision, decision.ordinal)""",
			List.of(new Column<>("text", Decision::commentId), new Column<>("int4", Decision::revision),
					new Column<>("int4", Decision::ordinal), new Column<>("text", Decision::site),
					new Column<>("text", Decision::authorKey),
					new Column<>("text", decision -> decision.verdict().name()),
					new Column<>("text", decision -> decision.decidedAt().toString()),
					new Column<>("text", Json.MAPPER::writeValueAsString)));

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	DecisionsInForce(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	public Optional<Decision> find(String commentId) {
		return jdbc.sql("select event from decision where comment_id = ?")
			.param(commentId)
			.query((row, _) -> Json.MAPPER.readValue(row.getString("event"), Decision.class))
			.optional();
	}

	/**
	 * Takes decisions over, in one statement; those that are not newer change nothing.
	 * @param decisions at most one for each comment
	 */
	void put(Collection<Decision> decisions) {
		ROWS.put(template, decisions);
	}

}
