package io.parley.moderation.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

import io.parley.moderation.decision.Tallies;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * In a store that drops whole stretches of time, by the time of arrival.
 *
 * @param arrival when the present event arrived, in epoch milliseconds
 */
record WindowTallies(WindowStore<String, byte[]> store, LongSupplier arrival) implements Tallies {

	/** Longer than an hour of a rule and the way of a signal. */
	static final Duration KEPT = Duration.ofHours(6);

	private static final String TOLD = "told/";

	private static final String MEMBER = "member/";

	/** Before all characters of an id. */
	private static final char END = '\u0001';

	@Override
	public byte @Nullable [] told(String thing) {
		byte[] last = null;
		long now = arrival.getAsLong();
		try (WindowStoreIterator<byte[]> found = store.fetch(TOLD + thing, now - KEPT.toMillis(), now)) {
			while (found.hasNext()) {
				last = found.next().value;
			}
		}
		return last;
	}

	@Override
	public void tell(String thing, byte[] told) {
		store.put(TOLD + thing, told, arrival.getAsLong());
	}

	@Override
	public void join(String thing, Member member) {
		store.put(MEMBER + thing + END + member.commentId(),
				(member.authorKey() + END + member.policyHash()).getBytes(UTF_8), arrival.getAsLong());
	}

	@Override
	public List<Member> members(String thing) {
		SortedMap<String, Member> members = new TreeMap<>();
		String prefix = MEMBER + thing + END;
		long now = arrival.getAsLong();
		try (KeyValueIterator<Windowed<String>, byte[]> found = store.fetch(prefix, prefix + Character.MAX_VALUE,
				now - KEPT.toMillis(), now)) {
			while (found.hasNext()) {
				KeyValue<Windowed<String>, byte[]> member = found.next();
				String key = member.key.key();
				if (key.startsWith(prefix)) {
					String id = key.substring(prefix.length());
					members.put(id, member(id, new String(member.value, UTF_8)));
				}
			}
		}
		return List.copyOf(members.values());
	}

	private static Member member(String commentId, String kept) {
		int end = kept.lastIndexOf(END);
		return (end < 0) ? new Member(commentId, kept, null)
				: new Member(commentId, kept.substring(0, end), kept.substring(end + 1));
	}

}
