package io.parley.benchmarks.console;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Rows as a long queue leaves them, without the days that it takes to grow. */
final class LongQueue {

	/**
	 * Comments of a thousand authors; one of a thousand was held by a rule of its own.
	 */
	private static final String[] ROWS = {
			"""
					create temp table made as select 'made-' || i as id, 'blog' as site, 'article-' || i % 500 as thread,
					    'blog/reader-' || i % 1000 as author, now() - i * interval '7 second' as at,
					    case when i % 1000 = 0 then array['rare'] else array['link-review'] end as rules,
					    jsonb_build_object('commentId', 'made-' || i, 'revision', 1, 'body',
					        repeat('What was said at the table, and by whom. ', 6) || i, 'author',
					        jsonb_build_object('key', 'blog/reader-' || i % 1000, 'id', 'reader-' || i % 1000, 'name', 'Reader'),
					        'thread', jsonb_build_object('id', 'article-' || i % 500, 'title', 'Two glasses, one bill')) as comment
					from generate_series(1, :count) i""",
			"""
					alter table made add column decision jsonb""",
			"""
					update made set decision = jsonb_build_object('decisionId', id, 'commentId', id, 'revision', 1, 'ordinal', 1,
					    'site', site, 'threadId', thread, 'authorKey', author, 'verdict', 'HOLD', 'source', 'RULES', 'score', 0,
					    'bands', jsonb_build_object('hold', 5, 'reject', 10), 'policyHash', 'made', 'hits', jsonb_build_array(
					        jsonb_build_object('rule', rules[1], 'mode', 'LIVE', 'effect', 'HOLD', 'points', 0, 'spans',
					            '[]'::jsonb, 'values', '{}'::jsonb)),
					    'shadowVerdict', 'HOLD', 'degraded', '[]'::jsonb, 'decidedAt', to_char(at at time zone 'UTC',
					        'YYYY-MM-DD"T"HH24:MI:SS"Z"'))""",
			"""
					insert into comment (comment_id, revision, withdrawn, event) select id, 1, false, comment from made""",
			"""
					insert into comment_revision (comment_id, revision, site, thread_id, author_key, written_at, event)
					select id, 1, site, thread, author, at, comment from made""", """
					insert into decision (comment_id, revision, ordinal, site, author_key, verdict, decided_at, event)
					select id, 1, 1, site, author, 'HOLD', at, decision from made""",
			"""
					insert into decision_history (comment_id, revision, ordinal, site, thread_id, author_key, verdict, source,
					    rules, degraded, decided_at, event)
					select id, 1, 1, site, thread, author, 'HOLD', 'RULES', rules, false, at, decision from made""",
			"""
					insert into queue (comment_id, revision, ordinal, site, thread_id, author_key, urgency, held_at, language,
					    rules, reasons, role, approved, approved_by_moderators, rejected)
					select id, 1, 1, site, thread, author, 2, at, 'en', rules, array['link-review'], '', 0, 0, 0 from made""",
			"analyze" };

	private LongQueue() {
	}

	static void fill(Connection database, int comments) throws SQLException {
		try (Statement statement = database.createStatement()) {
			for (String row : ROWS) {
				statement.execute(row.replace(":count", Integer.toString(comments)));
			}
		}
	}

}
