package io.parley.comments.publishing;

import java.util.UUID;

import io.parley.contract.PlatformEvent;

/**
 * An event on its way to Kafka.
 *
 * @param rowId the outbox row that it is made from
 */
public record Outgoing(UUID rowId, PlatformEvent event) {
}
