package io.parley.comments.publishing;

import java.util.UUID;

import io.parley.contract.PlatformEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to Kafka.
 *
 * @param rowId the outbox row that it is made from
 * @param number see {@link Turn}
 * @param traceparent the trace of the request that led to it, in the form of W3C, or null
 */
public record Outgoing(UUID rowId, long number, PlatformEvent event, @Nullable String traceparent) {

	Outgoing tracedBy(@Nullable String trace) {
		return (traceparent != null) ? this : new Outgoing(rowId, number, event, trace);
	}

	String authorKey() {
		return event.authorKey();
	}

}
