package io.parley.moderation.console;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import io.parley.contract.Decision;
import io.parley.contract.Hit;
import io.parley.contract.Json;
import io.parley.moderation.console.CommentFile.Neighbour;
import io.parley.moderation.console.CommentFile.Revision;
import io.parley.moderation.projection.DecisionsInForce;
import io.parley.moderation.projection.Urgency;
import io.parley.moderation.text.WrittenLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** Comments with their revisions, decisions and surroundings. Thread-safe. */
@Repository
class CommentFiles {

	private final JdbcClient jdbc;

	private final DecisionsInForce decisions;

	private final Authors authors;

	CommentFiles(JdbcClient jdbc, DecisionsInForce decisions, Authors authors) {
		this.jdbc = jdbc;
		this.decisions = decisions;
		this.authors = authors;
	}

	Optional<CommentFile> find(String commentId) {
		return decisions.find(commentId).map(inForce -> {
			boolean withdrawn = jdbc.sql("select withdrawn from comment where comment_id = ?")
				.param(commentId)
				.query(Boolean.class)
				.optional()
				.orElse(false);
			Urgency urgency = jdbc.sql("select urgency from queue where comment_id = ?")
				.param(commentId)
				.query((row, _) -> Urgency.ofRank(row.getInt(1)))
				.optional()
				.orElse(null);
			return new CommentFile(inForce, withdrawn, revisions(commentId, withdrawn, inForce),
					authors.find(inForce.authorKey()).orElse(null), urgency);
		});
	}

	private List<Revision> revisions(String commentId, boolean withdrawn, Decision inForce) {
		Map<Integer, List<Decision>> byRevision = jdbc
			.sql("""
					select event from decision_history where comment_id = ? order by revision desc, ordinal desc limit 500""")
			.param(commentId)
			.query((row, _) -> Json.MAPPER.readValue(row.getString("event"), Decision.class))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Decision::revision));
		List<Revision> revisions = new ArrayList<>(jdbc.sql("""
				select revision, written_at, event from comment_revision where comment_id = ? order by revision desc""")
			.param(commentId)
			.query((row, _) -> revision(row, withdrawn, byRevision))
			.list());
		if (revisions.isEmpty()) {
			revisions.add(new Revision(inForce.revision(), null, null, null, null, null, null, "", List.of(inForce)));
		}
		return List.copyOf(revisions);
	}

	private static Revision revision(ResultSet row, boolean withdrawn, Map<Integer, List<Decision>> byRevision)
			throws SQLException {
		int number = row.getInt("revision");
		List<Decision> decisions = byRevision.getOrDefault(number, List.of());
		List<Hit> hits = decisions.isEmpty() ? List.of() : decisions.getFirst().hits();
		String event = row.getString("event");
		JsonNode comment = Json.MAPPER.readTree((event != null && !withdrawn) ? event : "{}");
		String body = comment.path("body").stringValue(null);
		return new Revision(number, Queue.time(row, "written_at"), (body != null) ? MarkedText.of(body, hits) : null,
				comment.path("thread").path("title").stringValue(null),
				comment.path("thread").path("url").stringValue(null), comment.path("parentId").stringValue(null),
				comment.path("author").path("name").stringValue(null), language(comment), decisions);
	}

	private static String language(JsonNode comment) {
		String told = comment.path("language").asString("");
		return told.isBlank() ? WrittenLanguage.of(comment.path("body").asString("")) : told;
	}

	/** The comment that is answered, and those before and after. */
	List<Neighbour> around(CommentFile file) {
		Decision inForce = file.inForce();
		Instant written = Objects.requireNonNullElse(file.latest().writtenAt(), inForce.decidedAt());
		String parent = file.latest().parentId();
		return jdbc
			.sql("""
					with around as (
					    (select comment_id, revision, written_at, author_key, event, 'before' as place from comment_revision
					     where site = :site and thread_id = :thread and (written_at, comment_id) < (:time::timestamptz, :id)
					     order by written_at desc, comment_id desc limit 6)
					    union all
					    (select comment_id, revision, written_at, author_key, event, 'after' from comment_revision
					     where site = :site and thread_id = :thread and (written_at, comment_id) > (:time::timestamptz, :id)
					     order by written_at, comment_id limit 6)
					    union all
					    (select comment_id, revision, written_at, author_key, event, 'parent' from comment_revision
					     where comment_id = :parent))
					select a.comment_id, a.written_at, a.author_key, a.place, left(a.event ->> 'body', 400) as text,
					    a.event -> 'author' ->> 'name' as author, d.verdict
					from around a join comment c on c.comment_id = a.comment_id and c.revision = a.revision and not c.withdrawn
					left join decision d on d.comment_id = a.comment_id and d.revision = a.revision
					where a.comment_id <> :id and (a.place = 'parent' or a.comment_id is distinct from :parent)
					order by a.place <> 'parent', a.written_at, a.comment_id""")
			.param("site", inForce.site())
			.param("thread", inForce.threadId())
			.param("time", written.toString())
			.param("id", inForce.commentId())
			.param("parent", parent)
			.query((row, _) -> new Neighbour(row.getString("comment_id"), row.getString("author"),
					row.getString("author_key"), text(row.getString("text")),
					Objects.requireNonNull(Queue.time(row, "written_at")), row.getString("verdict"),
					row.getString("place")))
			.list();
	}

	private static String text(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
