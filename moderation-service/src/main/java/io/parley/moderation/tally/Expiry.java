package io.parley.moderation.tally;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import io.parley.moderation.signal.KeyValues;

/** Forgets tallies to which nothing was added for long, by arrival. Not thread-safe. */
final class Expiry {

	/** Events that are later than this are counted anew. */
	private static final long KEPT_MILLIS = Duration.ofDays(2).toMillis();

	private static final long INTERVAL_MILLIS = Duration.ofMinutes(10).toMillis();

	private final KeyValues store;

	private final String prefix;

	private final ToLongFunction<byte[]> lastArrival;

	private final Consumer<String> delete;

	private long next;

	Expiry(KeyValues store, String prefix, ToLongFunction<byte[]> lastArrival, Consumer<String> delete) {
		this.store = store;
		this.prefix = prefix;
		this.lastArrival = lastArrival;
		this.delete = delete;
	}

	void at(long now) {
		if (now < next) {
			return;
		}
		next = now + INTERVAL_MILLIS;
		List<String> old = new ArrayList<>();
		store.scan(prefix, (key, tally) -> {
			if (now - lastArrival.applyAsLong(tally) > KEPT_MILLIS) {
				old.add(key);
			}
		});
		old.forEach(delete);
	}

}
