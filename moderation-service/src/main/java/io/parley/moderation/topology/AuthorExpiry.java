package io.parley.moderation.topology;

import java.time.Duration;
import java.time.Instant;

import io.parley.moderation.author.AuthorHistory;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * Forgets authors of whom nothing came for {@link AuthorHistory#KEPT}, by the times of
 * records; what moderators imposed stays as long as it holds. Goes round the store a
 * little at a time. Which decisions are made does not depend on when it comes by.
 */
final class AuthorExpiry implements Punctuator {

	static final Duration INTERVAL = Duration.ofMinutes(1);

	/** Records of one partition can be a little younger than those that follow. */
	private static final Duration SLACK = Duration.ofDays(1);

	/**
	 * Bounds the pause: a million authors of a partition are looked at in eight hours.
	 */
	private static final int BATCH = 2000;

	private final TimestampedKeyValueStore<String, AuthorHistory> authors;

	private @Nullable String next;

	AuthorExpiry(TimestampedKeyValueStore<String, AuthorHistory> authors) {
		this.authors = authors;
	}

	/** Whether an author counts as forgotten at the time of a record. */
	static boolean isOver(ValueAndTimestamp<AuthorHistory> stored, long time) {
		return isKnown(stored) && time - stored.timestamp() > AuthorHistory.KEPT.toMillis();
	}

	@Override
	public void punctuate(long streamTime) {
		try (KeyValueIterator<String, ValueAndTimestamp<AuthorHistory>> some = authors.range(next, null)) {
			for (int seen = 0; seen < BATCH && some.hasNext(); seen++) {
				KeyValue<String, ValueAndTimestamp<AuthorHistory>> author = some.next();
				look(author.key, author.value, streamTime);
			}
			next = some.hasNext() ? some.peekNextKey() : null;
		}
	}

	private void look(String key, ValueAndTimestamp<AuthorHistory> stored, long streamTime) {
		if (!isKnown(stored)) {
			authors.put(key, ValueAndTimestamp.make(stored.value(), streamTime));
		}
		else if (isOver(stored, streamTime - SLACK.toMillis())) {
			AuthorHistory left = stored.value().forgotten(Instant.ofEpochMilli(streamTime));
			if (left.equals(AuthorHistory.none())) {
				authors.delete(key);
			}
			else if (!left.equals(stored.value())) {
				authors.put(key, ValueAndTimestamp.make(left, stored.timestamp()));
			}
		}
	}

	/** What the first versions stored has no time. */
	private static boolean isKnown(ValueAndTimestamp<AuthorHistory> stored) {
		return stored.timestamp() >= 0;
	}

}
