package io.parley.comments.thread;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.comments.access.Site;
import io.parley.contract.ThreadMode;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Tells whether a thread takes comments, so that a platform can show it. */
@RestController
class ThreadStateController {

	private final ThreadStates threads;

	private final Clock clock;

	ThreadStateController(ThreadStates threads, Clock clock) {
		this.threads = threads;
		this.clock = clock;
	}

	/** A thread that nobody has heard of is open. */
	@GetMapping(path = "/v1/threads/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	Shown show(@AuthenticationPrincipal Site site, @PathVariable String id) {
		Violations violations = new Violations();
		violations.requiredId("thread id", id);
		violations.throwIfAny();
		ThreadState state = threads.find(site.name(), id, clock.instant());
		Integer slowMode = (state.mode() == ThreadMode.SLOW) ? (int) state.slowMode().toSeconds() : null;
		String self = "/v1/threads/" + UriUtils.encode(id, StandardCharsets.UTF_8);
		return new Shown(id, state.mode(), slowMode, state.since(), state.until(),
				new Links(URI.create(self), URI.create(self + "/comments")));
	}

	/**
	 * The answer.
	 *
	 * @param slowModeSeconds between two comments of an author
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Shown(String id, ThreadMode mode, @Nullable Integer slowModeSeconds, @Nullable Instant since,
			@Nullable Instant until, Links links) {
	}

	record Links(URI self, URI comments) {
	}

}
