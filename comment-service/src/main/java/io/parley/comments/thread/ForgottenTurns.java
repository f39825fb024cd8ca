package io.parley.comments.thread;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets when authors wrote in slow threads, once it cannot matter any more. */
@Component
class ForgottenTurns {

	/** Longer than any slow mode. */
	private static final Duration KEPT = Duration.ofDays(2);

	private final ThreadStates threads;

	private final Clock clock;

	ForgottenTurns(ThreadStates threads, Clock clock) {
		this.threads = threads;
		this.clock = clock;
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
	void forget() {
		threads.forgetTurnsBefore(clock.instant().minus(KEPT));
	}

}
