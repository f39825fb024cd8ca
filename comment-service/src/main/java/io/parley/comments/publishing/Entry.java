package io.parley.comments.publishing;

import java.util.concurrent.CompletableFuture;

/** An event that is published at once; an identity of its own. */
final class Entry {

	private final Outbox outbox;

	private final Outgoing outgoing;

	private final CompletableFuture<Boolean> acknowledged = new CompletableFuture<>();

	Entry(Outbox outbox, Outgoing outgoing) {
		this.outbox = outbox;
		this.outgoing = outgoing;
	}

	Outbox outbox() {
		return outbox;
	}

	Outgoing outgoing() {
		return outgoing;
	}

	String authorKey() {
		return outgoing.authorKey();
	}

	/** Whether Kafka acknowledged it; never completes exceptionally. */
	CompletableFuture<Boolean> acknowledged() {
		return acknowledged;
	}

}
