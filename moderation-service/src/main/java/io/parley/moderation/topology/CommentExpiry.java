package io.parley.moderation.topology;

import java.time.Duration;

import io.parley.moderation.decision.CommentRecord;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Forgets what was decided about comments that are older than the topics' retention: no
 * event about them can come again from the log. Comment ids are UUIDs of version 7, whose
 * text sorts by time, so the old ones are one range at the store's start.
 */
record CommentExpiry(KeyValueStore<String, CommentRecord> comments, Duration retention) implements Punctuator {

	static final Duration INTERVAL = Duration.ofMinutes(1);

	/** Bounds the pause; what is left goes at the next turn. */
	private static final int BATCH = 1000;

	@Override
	public void punctuate(long streamTime) {
		long horizon = streamTime - retention.toMillis();
		if (horizon <= 0) {
			return;
		}
		try (KeyValueIterator<String, CommentRecord> old = comments.range(null, idAt(horizon))) {
			for (int deleted = 0; deleted < BATCH && old.hasNext(); deleted++) {
				comments.delete(old.next().key);
			}
		}
	}

	/** The smallest id of a millisecond: its first 48 bits are the time. */
	static String idAt(long epochMilli) {
		String hex = "%012x".formatted(epochMilli);
		return hex.substring(0, 8) + '-' + hex.substring(8) + "-7000-8000-000000000000";
	}

}
