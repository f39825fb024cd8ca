package io.parley.moderation.review;

import java.security.Principal;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import io.parley.contract.Json;
import io.parley.contract.ThreadModerated;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Threads that moderators slow down, close and open by hand. */
@RestController
class ThreadModeController {

	private final ReviewPublisher publisher;

	private final Clock clock;

	ThreadModeController(ReviewPublisher publisher, Clock clock) {
		this.publisher = publisher;
		this.clock = clock;
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
		return moderated;
	}

}
