package io.parley.moderation.review;

import java.util.List;

import io.parley.contract.Decision;
import io.parley.moderation.projection.HeldComments;
import io.parley.moderation.projection.HeldComments.HeldComment;
import io.parley.moderation.projection.HeldComments.Place;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Held comments with all that a moderator needs to decide about them. */
@RestController
class QueueController {

	private static final int MOST = 100;

	private final HeldComments held;

	QueueController(HeldComments held) {
		this.held = held;
	}

	/** Oldest first. */
	@GetMapping("/v1/queue")
	Page queue(@RequestParam(required = false) @Nullable String site,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
		Violations violations = new Violations();
		violations.optionalId("site", site);
		if (limit < 1 || limit > MOST) {
			violations.add("limit", "must be between 1 and " + MOST);
		}
		Moment after = (cursor != null) ? Moment.read(cursor) : null;
		if (cursor != null && after == null) {
			violations.add("cursor", "is not one of the queue; send next of the last page as it was, or none to begin");
		}
		violations.throwIfAny();
		List<HeldComment> found = held.page(site, (after != null) ? new Place(after.at(), after.id()) : null, limit);
		return new Page(found.stream().map(comment -> new Entry(comment.comment(), comment.decision())).toList(),
				(found.size() == limit) ? cursor(found.getLast().place()) : null);
	}

	private static String cursor(Place place) {
		return new Moment(place.decidedAt(), place.commentId()).cursor();
	}

	/**
	 * A page of the queue.
	 *
	 * @param next cursor of the next page, null if this one is not full
	 */
	record Page(List<Entry> comments, @Nullable String next) {

	}

	/** A comment and why it is held. */
	record Entry(JsonNode comment, Decision decision) {

	}

}
