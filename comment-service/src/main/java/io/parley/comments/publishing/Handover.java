package io.parley.comments.publishing;

import java.util.concurrent.CompletableFuture;

/**
 * What became of an event that was offered for immediate publication.
 *
 * @param accepted false when it is left to the {@link Sweeper}, because Kafka is away or
 * too much is waiting
 * @param acknowledged whether Kafka acknowledged it; never completes exceptionally
 */
public record Handover(boolean accepted, CompletableFuture<Boolean> acknowledged) {

	static Handover leftToSweeper() {
		return new Handover(false, CompletableFuture.completedFuture(false));
	}

}
