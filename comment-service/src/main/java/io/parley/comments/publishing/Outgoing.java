package io.parley.comments.publishing;

import java.util.UUID;

import io.parley.contract.PlatformEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to Kafka.
 *
 * @param rowId the outbox row that it is made from
 * @param traceparent the trace of the request that led to it, in the form of W3C, or null
 */
public record Outgoing(UUID rowId, PlatformEvent event, @Nullable String traceparent) {

	/** Of the trace that the publisher finds, if any. */
	public Outgoing(UUID rowId, PlatformEvent event) {
		this(rowId, event, null);
	}

	Outgoing tracedBy(@Nullable String trace) {
		return (traceparent != null) ? this : new Outgoing(rowId, event, trace);
	}

}
