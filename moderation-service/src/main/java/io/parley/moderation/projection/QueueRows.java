package io.parley.moderation.projection;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.parley.contract.Decision;
import io.parley.contract.Hit;
import io.parley.contract.Json;
import io.parley.moderation.projection.Rows.Column;
import io.parley.moderation.text.WrittenLanguage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/**
 * The queue as a table of its own, which follows from the decisions in force and the
 * newest texts. Thread-safe.
 */
@Repository
class QueueRows {

	private static final Rows<Held> ROWS = new Rows<>("""
			insert into queue (comment_id, revision, ordinal, site, thread_id, author_key, urgency, held_at, language,
			    rules, reasons, role, approved, approved_by_moderators, rejected)
			select c, r, o, s, t, a, u, at, l, string_to_array(ru, chr(31)), string_to_array(re, chr(31)), ro,
			    record.approved, record.approved_by_moderators, record.rejected
			from unnest(?::text[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::int[], ?::timestamptz[],
			        ?::text[], ?::text[], ?::text[], ?::text[]) as row (c, r, o, s, t, a, u, at, l, ru, re, ro),
			    lateral author_record(a) record""", List.of(new Column<>("text", held -> held.decision.commentId()),
			new Column<>("int4", held -> held.decision.revision()),
			new Column<>("int4", held -> held.decision.ordinal()), new Column<>("text", held -> held.decision.site()),
			new Column<>("text", held -> held.decision.threadId()),
			new Column<>("text", held -> held.decision.authorKey()),
			new Column<>("int4", held -> Urgency.of(held.decision).rank()),
			new Column<>("text", held -> held.decision.decidedAt().toString()), new Column<>("text", Held::language),
			new Column<>("text", Held::rules), new Column<>("text", Held::reasons), new Column<>("text", Held::role)));

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	QueueRows(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/** Brings the rows of these comments up to what the other tables say. */
	void refresh(Set<String> commentIds) {
		if (commentIds.isEmpty()) {
			return;
		}
		String[] ids = commentIds.toArray(String[]::new);
		jdbc.sql("""
				delete from queue q using decision d
				where q.comment_id = any(?) and d.comment_id = q.comment_id
				  and ((d.verdict, d.revision, d.ordinal) <> ('HOLD', q.revision, q.ordinal)
				    or exists (select from comment c
				        where c.comment_id = q.comment_id and (c.withdrawn or c.revision <> q.revision)))""")
			.param(ids)
			.update();
		Collection<Held> missing = jdbc.sql("""
				select d.event as decision, c.event as comment
				from decision d join comment c on c.comment_id = d.comment_id
				where d.comment_id = any(?) and d.verdict = 'HOLD' and not c.withdrawn and c.revision = d.revision
				  and not exists (select from queue q where q.comment_id = d.comment_id)""")
			.param(ids)
			.query((row, _) -> new Held(Json.MAPPER.readValue(row.getString("decision"), Decision.class),
					Json.MAPPER.readTree(row.getString("comment"))))
			.list();
		ROWS.put(template, missing);
	}

	private record Held(Decision decision, JsonNode comment) {

		/** As the platform told it, else as it reads. */
		String language() {
			String told = comment.path("language").asString("");
			String code = told.isEmpty() ? WrittenLanguage.of(comment.path("body").asString("")) : told;
			int region = code.indexOf('-');
			return (region > 0) ? code.substring(0, region) : code;
		}

		String rules() {
			return joined(DecisionHistory.rules(decision));
		}

		String reasons() {
			return joined(decision.hits().stream().map(Hit::reason).filter(Objects::nonNull).distinct().toList());
		}

		String role() {
			return comment.path("author").path("role").asString("");
		}

		/**
		 * With a character that no name has; PostgreSQL's arrays of arrays have one
		 * length.
		 */
		private static String joined(List<String> names) {
			return String.join("\u001f", names);
		}

	}

}
