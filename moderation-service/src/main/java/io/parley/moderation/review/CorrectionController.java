package io.parley.moderation.review;

import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.contract.CorrectionReset;
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

/** What reviews taught about the model, for administrators. */
@RestController
class CorrectionController {

	private static final int SITE_LIMIT = 200;

	private static final int NOTE_LIMIT = 2000;

	private final ReviewPublisher publisher;

	private final AuditLog audit;

	private final Clock clock;

	CorrectionController(ReviewPublisher publisher, AuditLog audit, Clock clock) {
		this.publisher = publisher;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Forgets what the reviews of a site have taught until now; later ones begin anew.
	 * The same {@code Idempotency-Key} and content of the same administrator count once.
	 */
	@PostMapping("/v1/corrections/reset")
	@ResponseStatus(HttpStatus.ACCEPTED)
	CorrectionReset reset(@RequestBody Request request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			Principal administrator) {
		Violations violations = new Violations();
		violations.optionalKey("Idempotency-Key", idempotencyKey);
		String site = violations.requiredText("site", request.site(), SITE_LIMIT);
		violations.optionalText("note", request.note(), NOTE_LIMIT);
		violations.throwIfAny();
		UUID id = (idempotencyKey != null)
				? UUID.nameUUIDFromBytes(
						Json.MAPPER.writeValueAsBytes(List.of(administrator.getName(), idempotencyKey, request)))
				: UUID.randomUUID();
		CorrectionReset reset = new CorrectionReset(id.toString(), site, request.note(), administrator.getName(),
				clock.instant().truncatedTo(ChronoUnit.MICROS));
		publisher.publish(reset.site(), reset);
		audit.add(administrator.getName(), HumanAction.RESET_CORRECTION, reset.site(), null, Map.of("by", "API"));
		return reset;
	}

	/**
	 * @param note for other administrators
	 */
	record Request(@Nullable String site, @Nullable String note) {

	}

}
