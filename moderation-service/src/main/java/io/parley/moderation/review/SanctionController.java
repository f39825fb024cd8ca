package io.parley.moderation.review;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.contract.AuthorSanctioned;
import io.parley.contract.Json;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import io.parley.moderation.projection.Sanctions;
import io.parley.moderation.projection.Sanctions.Place;
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

/** Bans and time-outs of authors, which policies ask for. */
@RestController
class SanctionController {

	private static final int MOST = 100;

	private final ReviewPublisher publisher;

	private final Sanctions sanctions;

	private final AuditLog audit;

	private final Clock clock;

	SanctionController(ReviewPublisher publisher, Sanctions sanctions, AuditLog audit, Clock clock) {
		this.sanctions = sanctions;
		this.publisher = publisher;
		this.audit = audit;
		this.clock = clock;
	}

	/** The bans and time-outs in force, the latest first. */
	@GetMapping("/v1/sanctions")
	Page list(@RequestParam(required = false) @Nullable String site,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
		Violations violations = new Violations();
		violations.optionalId("site", site);
		if (limit < 1 || limit > MOST) {
			violations.add("limit", "must be between 1 and " + MOST);
		}
		Moment before = (cursor != null) ? Moment.read(cursor) : null;
		if (cursor != null && before == null) {
			violations.add("cursor", "is not one of sanctions; send next of the last page as it was, or none to begin");
		}
		violations.throwIfAny();
		List<AuthorSanctioned> found = sanctions
			.page(site, (before != null) ? new Place(before.at(), before.id()) : null, clock.instant(), limit)
			.stream()
			.map(Sanctions.InForce::sanction)
			.toList();
		return new Page(found, (found.size() == limit)
				? new Moment(found.getLast().imposedAt(), found.getLast().sanctionId()).cursor() : null);
	}

	/**
	 * Takes a sanction, to count for every comment that its author sends from now on. One
	 * that ends in the past lifts what was imposed before. The same
	 * {@code Idempotency-Key} and content of the same moderator make the same sanction.
	 */
	@PostMapping("/v1/sanctions")
	@ResponseStatus(HttpStatus.ACCEPTED)
	AuthorSanctioned sanction(@RequestBody SanctionRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			Principal moderator) {
		Violations violations = new Violations();
		violations.optionalKey("Idempotency-Key", idempotencyKey);
		violations.throwIfAny();
		SanctionRequest.Checked checked = request.checked();
		UUID id = (idempotencyKey != null)
				? UUID.nameUUIDFromBytes(
						Json.MAPPER.writeValueAsBytes(List.of(moderator.getName(), idempotencyKey, request)))
				: UUID.randomUUID();
		AuthorSanctioned sanction = new AuthorSanctioned(id.toString(), checked.site(), checked.authorKey(),
				checked.kind(), checked.until(), request.note(), moderator.getName(),
				clock.instant().truncatedTo(ChronoUnit.MICROS));
		publisher.publish(sanction);
		Instant until = sanction.until();
		audit.add(moderator.getName(), HumanAction.SANCTIONED, sanction.site(), sanction.authorKey(), Map.of("kind",
				sanction.kind().name(), "until", (until != null) ? until.toString() : "for ever", "by", "API"));
		return sanction;
	}

	/**
	 * A page of sanctions.
	 *
	 * @param next cursor of the next page, null if this one is not full
	 */
	record Page(List<AuthorSanctioned> sanctions, @Nullable String next) {

	}

}
