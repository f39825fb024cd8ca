package io.parley.moderation.review;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.contract.Json;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadMode;
import io.parley.contract.ThreadModerated;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import io.parley.moderation.projection.ThreadRestrictions;
import io.parley.moderation.projection.ThreadRestrictions.Place;
import io.parley.moderation.projection.ThreadRestrictions.Restriction;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Threads that moderators slow down, close and open by hand. */
@RestController
class ThreadModeController {

	private static final int MOST = 100;

	private final ReviewPublisher publisher;

	private final ThreadRestrictions restrictions;

	private final AuditLog audit;

	private final Clock clock;

	ThreadModeController(ReviewPublisher publisher, ThreadRestrictions restrictions, AuditLog audit, Clock clock) {
		this.restrictions = restrictions;
		this.audit = audit;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** The threads that are slow or closed now, by site and id. */
	@GetMapping("/v1/threads/restricted")
	Page restricted(@RequestParam(required = false) @Nullable String site,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
		Violations violations = new Violations();
		violations.optionalId("site", site);
		if (limit < 1 || limit > MOST) {
			violations.add("limit", "must be between 1 and " + MOST);
		}
		Cursor place = (cursor != null) ? Cursor.read(cursor, 2) : null;
		if (cursor != null && place == null) {
			violations.add("cursor",
					"is not one of restricted threads; send next of the last page as it was, or none to begin");
		}
		violations.throwIfAny();
		List<Restricted> found = restrictions
			.page(site, (place != null) ? new Place(place.parts().getFirst(), place.parts().getLast()) : null,
					clock.instant(), limit)
			.stream()
			.map(Restricted::of)
			.toList();
		return new Page(found,
				(found.size() == limit) ? Cursor.at(found.getLast().site(), found.getLast().thread()).text() : null);
	}

	/**
	 * Takes what a moderator wants of a thread; it outranks what rules do until it ends.
	 * The same {@code Idempotency-Key} and content of the same moderator count once.
	 */
	@PostMapping("/v1/threads/mode")
	@ResponseStatus(HttpStatus.ACCEPTED)
	ThreadModerated moderate(@RequestBody ThreadModeRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			Principal moderator) {
		Violations violations = new Violations();
		violations.optionalKey("Idempotency-Key", idempotencyKey);
		violations.throwIfAny();
		ThreadModeRequest.Checked checked = request.checked();
		UUID id = (idempotencyKey != null)
				? UUID.nameUUIDFromBytes(
						Json.MAPPER.writeValueAsBytes(List.of(moderator.getName(), idempotencyKey, request)))
				: UUID.randomUUID();
		ThreadModerated moderated = new ThreadModerated(id.toString(), checked.site(), checked.thread(), checked.mode(),
				checked.slowModeSeconds(), checked.until(), request.note(), moderator.getName(),
				clock.instant().truncatedTo(ChronoUnit.MICROS));
		publisher.publish(moderated);
		Instant until = moderated.until();
		audit.add(moderated.moderator(), HumanAction.MODERATED_THREAD, moderated.site(), moderated.threadId(), Map
			.of("mode", moderated.mode().name(), "until", (until != null) ? until.toString() : "changed", "by", "API"));
		return moderated;
	}

	/**
	 * A page of threads.
	 *
	 * @param next cursor of the next page, null if this one is not full
	 */
	record Page(List<Restricted> threads, @Nullable String next) {

	}

	/**
	 * A thread that does not take comments as usual.
	 *
	 * @param slowModeSeconds between two comments of an author, for a slow thread
	 * @param rule that did it, or null
	 * @param moderator who did it, or null
	 * @param until null for one without an end
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Restricted(String site, String thread, @Nullable String title, ThreadMode mode,
			@Nullable Integer slowModeSeconds, @Nullable String rule, @Nullable String moderator, @Nullable String note,
			Instant since, @Nullable Instant until) {

		static Restricted of(Restriction restriction) {
			ThreadDecision decision = restriction.decision();
			return new Restricted(decision.site(), decision.threadId(), restriction.title(), decision.mode(),
					(decision.mode() == ThreadMode.SLOW) ? decision.slowModeSeconds() : null, decision.rule(),
					decision.moderator(), decision.note(), decision.decidedAt(), decision.until());
		}

	}

}
