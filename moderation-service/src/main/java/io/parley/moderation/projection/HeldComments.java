package io.parley.moderation.projection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** What waits for a moderator. Thread-safe. */
@Repository
public class HeldComments {

	private final JdbcClient jdbc;

	HeldComments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A page of the queue, oldest first.
	 * @param site only of this one, or null
	 * @param after the last one of the page before, or null to begin
	 */
	public List<HeldComment> page(@Nullable String site, @Nullable Place after, int limit) {
		Place from = (after != null) ? after : new Place(Instant.EPOCH, "");
		return jdbc.sql("""
				select d.decided_at, d.comment_id, d.event as decision, c.event as comment
				from decision d join comment c on c.comment_id = d.comment_id
				where d.verdict = 'HOLD' and not c.withdrawn and c.revision = d.revision
				  and (d.decided_at, d.comment_id) > (:time, :id) and (:site::text is null or d.site = :site)
				order by d.decided_at, d.comment_id
				limit :limit""")
			.param("time", from.decidedAt().atOffset(ZoneOffset.UTC))
			.param("id", from.commentId())
			.param("site", site)
			.param("limit", limit)
			.query((row, _) -> new HeldComment(
					new Place(row.getObject("decided_at", OffsetDateTime.class).toInstant(),
							row.getString("comment_id")),
					Json.MAPPER.readTree(row.getString("comment")),
					Json.MAPPER.readValue(row.getString("decision"), Decision.class)))
			.list();
	}

	/** A place in the queue. */
	public record Place(Instant decidedAt, String commentId) {

	}

	/**
	 * @param comment the event that submitted or edited it
	 */
	public record HeldComment(Place place, JsonNode comment, Decision decision) {

	}

}
