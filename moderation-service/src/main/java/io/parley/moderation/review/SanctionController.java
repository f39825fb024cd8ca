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
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Bans and time-outs of authors, which policies ask for. */
@RestController
class SanctionController {

	private final ReviewPublisher publisher;

	private final AuditLog audit;

	private final Clock clock;

	SanctionController(ReviewPublisher publisher, AuditLog audit, Clock clock) {
		this.publisher = publisher;
		this.audit = audit;
		this.clock = clock;
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

}
