package io.parley.contract;

import java.time.Instant;

/**
 * A fact that one service publishes and others read. Events are immutable; their wire
 * form is JSON with CloudEvents attributes in the record's headers, see
 * {@link EventSerde}.
 */
public sealed interface Event permits AuthorEvent, ModerationInput, ModelVersion, PolicyVersion, ThreadDecision {

	/**
	 * Unique among the events of its type; the same fact published twice has the same id.
	 */
	String eventId();

	/** When the fact happened; moderation knows no other clock. */
	Instant occurredAt();

}
