package io.parley.moderation.projection;

import java.util.Collection;
import java.util.List;

import io.parley.contract.AuthorFacts;
import io.parley.contract.AuthorSanctioned;
import io.parley.contract.Json;
import io.parley.moderation.projection.Rows.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The projection of what {@code comments} tells about authors: what the platform knows of
 * them and what moderators imposed. Thread-safe.
 */
@Repository
class AuthorNotes {

	private static final Rows<AuthorFacts> FACTS = new Rows<>(
			"""
					insert into author_facts (author_key, told_at, event)
					select distinct on (a) a, t, e from unnest(?::text[], ?::timestamptz[], ?::jsonb[]) as row (a, t, e)
					order by a, t desc
					on conflict (author_key) do update set told_at = excluded.told_at, event = author_facts.event || excluded.event
					where excluded.told_at >= author_facts.told_at""",
			List.of(new Column<>("text", AuthorFacts::authorKey),
					new Column<>("text", facts -> facts.toldAt().toString()),
					new Column<>("text", Json.MAPPER::writeValueAsString)));

	private static final Rows<AuthorSanctioned> SANCTIONS = new Rows<>(
			"""
					insert into sanction (sanction_id, author_key, kind, until, note, moderator, imposed_at)
					select * from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[])
					on conflict do nothing""",
			List.of(new Column<>("text", AuthorSanctioned::sanctionId),
					new Column<>("text", AuthorSanctioned::authorKey),
					new Column<>("text", sanction -> sanction.kind().name()), new Column<>("text", AuthorNotes::until),
					new Column<>("text", AuthorSanctioned::note), new Column<>("text", AuthorSanctioned::moderator),
					new Column<>("text", sanction -> sanction.imposedAt().toString())));

	private final JdbcTemplate template;

	AuthorNotes(JdbcTemplate template) {
		this.template = template;
	}

	void put(Collection<AuthorFacts> facts, Collection<AuthorSanctioned> sanctions) {
		FACTS.put(template, facts);
		SANCTIONS.put(template, sanctions);
	}

	private static @Nullable String until(AuthorSanctioned sanction) {
		return (sanction.until() != null) ? sanction.until().toString() : null;
	}

}
