package io.parley.moderation.topology;

import java.time.Duration;
import java.util.function.LongSupplier;

import io.parley.moderation.decision.Recent;
import io.parley.moderation.policy.CampaignTerms;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Comments that may have to be decided again. The store drops whole stretches of time, by
 * the time of arrival.
 *
 * @param arrival when the present event arrived, in epoch milliseconds
 */
record Recents(WindowStore<String, byte[]> store, LongSupplier arrival) {

	/** For a campaign to begin and to be reviewed. */
	static final Duration KEPT = CampaignTerms.LONGEST_WINDOW.multipliedBy(2);

	@Nullable Recent find(String authorKey, String commentId) {
		long now = arrival.getAsLong();
		byte[] last = null;
		try (WindowStoreIterator<byte[]> found = store.fetch(key(authorKey, commentId), now - KEPT.toMillis(), now)) {
			while (found.hasNext()) {
				last = found.next().value;
			}
		}
		return (last != null) ? Recent.of(last) : null;
	}

	void put(Recent recent) {
		store.put(key(recent.comment().authorKey(), recent.comment().commentId()), recent.bytes(), arrival.getAsLong());
	}

	private static String key(String authorKey, String commentId) {
		return authorKey + '\u0001' + commentId;
	}

}
