package io.parley.moderation.projection;

import java.util.Collection;
import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.Hit;
import io.parley.contract.Json;
import io.parley.moderation.projection.Rows.Column;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The projection of {@code decisions}: every one. Thread-safe. */
@Repository
class DecisionHistory {

	private static final Rows<Decision> ROWS = new Rows<>("""
			insert into decision_history (comment_id, revision, ordinal, site, thread_id, author_key, verdict, source,
			    moderator, rules, degraded, decided_at, event)
			select c, r, o, s, t, a, v, e ->> 'source', m,
			    array(select distinct h ->> 'rule' from jsonb_array_elements(e -> 'hits') h), d, at, e
			from unnest(?::text[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bool[],
			    ?::timestamptz[], ?::jsonb[]) as row (c, r, o, s, t, a, v, m, d, at, e)
			on conflict do nothing""", List.of(new Column<>("text", Decision::commentId),
			new Column<>("int4", Decision::revision), new Column<>("int4", Decision::ordinal),
			new Column<>("text", Decision::site), new Column<>("text", Decision::threadId),
			new Column<>("text", Decision::authorKey), new Column<>("text", decision -> decision.verdict().name()),
			new Column<>("text", Decision::moderator), new Column<>("bool", decision -> !decision.degraded().isEmpty()),
			new Column<>("text", decision -> decision.decidedAt().toString()),
			new Column<>("text", Json.MAPPER::writeValueAsString)));

	private final JdbcTemplate template;

	DecisionHistory(JdbcTemplate template) {
		this.template = template;
	}

	void put(Collection<Decision> decisions) {
		ROWS.put(template, decisions);
	}

	/** Names of the rules that matched, each once. */
	static List<String> rules(Decision decision) {
		return decision.hits().stream().map(Hit::rule).distinct().toList();
	}

}
