package io.parley.moderation.tally;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.parley.contract.Json;
import io.parley.contract.Signal;
import io.parley.contract.ThreadSeen;
import io.parley.moderation.signal.Fold;
import io.parley.moderation.signal.KeyValues;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.signal.ThreadObserved;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happens in threads in each five minutes, by the times of comments, and
 * tells of these together with the five before, in steps, so that a lively thread is not
 * told of at each of its comments and a quiet one not at all.
 */
public final class ThreadFold implements Fold {

	/** In seconds. */
	static final long SLOT = 300;

	private static final String PREFIX = "thread/";

	/** More are not told apart. */
	private static final int MOST_AUTHORS = 1000;

	/** So many are not read from the store each time. */
	private static final int MOST_AT_HAND = 500;

	private final KeyValues store;

	private final Expiry expiry;

	/** By key, the one that was used last at the end. */
	private final Map<String, Slot> atHand = new LinkedHashMap<>(16, 0.75f, true);

	/** Goes on from what is in the store. */
	public ThreadFold(KeyValues store) {
		this.store = store;
		this.expiry = new Expiry(store, PREFIX, tally -> Slot.of(tally).arrived, this::delete);
	}

	/** The begin of the slot of a time. */
	public static Instant slotOf(Instant at) {
		return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), SLOT) * SLOT);
	}

	@Override
	public boolean takes(Observation observation) {
		return observation instanceof ThreadObserved;
	}

	@Override
	public List<Signal> on(Observation observation, long now) {
		if (!(observation instanceof ThreadObserved observed)) {
			return List.of();
		}
		Instant slot = slotOf(observed.at());
		put(observed, slot, find(observed, slot).with(observed, now));
		return Stream.of(slot, slot.plusSeconds(SLOT))
			.map(about -> tell(observed, about, now))
			.flatMap(Stream::ofNullable)
			.toList();
	}

	private @Nullable Signal tell(ThreadObserved observed, Instant slot, long now) {
		Slot before = find(observed, slot.minusSeconds(SLOT));
		Slot here = find(observed, slot);
		Told told = Told.of(before, here);
		if (told.equals(here.told)) {
			return null;
		}
		put(observed, slot, here.tell(told, now));
		return new ThreadSeen(observed.site(), observed.threadId(), slot, before.comments + here.comments,
				told.comments(), told.newAuthors(), told.heldPercent());
	}

	private Slot find(ThreadObserved observed, Instant slot) {
		String key = key(observed, slot);
		Slot known = atHand.get(key);
		if (known != null) {
			return known;
		}
		byte[] kept = store.get(key);
		return remember(key, (kept != null) ? Slot.of(kept) : Slot.NONE);
	}

	private void put(ThreadObserved observed, Instant slot, Slot tally) {
		String key = key(observed, slot);
		store.put(key, tally.bytes());
		remember(key, tally);
	}

	private Slot remember(String key, Slot tally) {
		atHand.put(key, tally);
		if (atHand.size() > MOST_AT_HAND) {
			atHand.remove(atHand.keySet().iterator().next());
		}
		return tally;
	}

	private void delete(String key) {
		store.delete(key);
		atHand.remove(key);
	}

	private static String key(ThreadObserved observed, Instant slot) {
		return PREFIX + observed.key() + "/" + slot.getEpochSecond();
	}

	@Override
	public List<Signal> quiet(long now) {
		expiry.at(now);
		return List.of();
	}

	/** What happened in five minutes. Immutable. */
	private static final class Slot {

		static final Slot NONE = new Slot(0, 0, new int[0], Told.NOTHING, 0);

		private static final byte VERSION = 1;

		private final long comments;

		private final long held;

		/** Hashes of the keys of new authors, in ascending order. */
		private final int[] authors;

		/** What was told of it and the slot before. */
		private final Told told;

		/** When the last comment arrived. */
		private final long arrived;

		private Slot(long comments, long held, int[] authors, Told told, long arrived) {
			this.comments = comments;
			this.held = held;
			this.authors = authors;
			this.told = told;
			this.arrived = arrived;
		}

		Slot with(ThreadObserved observed, long now) {
			return new Slot(comments + 1, held + (observed.held() ? 1 : 0),
					observed.newAuthor() ? with(observed.authorKey().hashCode()) : authors, told, now);
		}

		/** Of too many the last ones go: which stay must not depend on the order. */
		private int[] with(int author) {
			int place = Arrays.binarySearch(authors, author);
			if (place >= 0) {
				return authors;
			}
			int[] more = Arrays.copyOf(authors, authors.length + 1);
			System.arraycopy(authors, ~place, more, ~place + 1, authors.length - ~place);
			more[~place] = author;
			return (more.length > MOST_AUTHORS) ? Arrays.copyOf(more, MOST_AUTHORS) : more;
		}

		Slot tell(Told news, long now) {
			return new Slot(comments, held, authors, news, now);
		}

		/** How many authors wrote in one of the two or in both. */
		int authorsWith(Slot other) {
			return (int) IntStream.concat(IntStream.of(authors), IntStream.of(other.authors)).distinct().count();
		}

		byte[] bytes() {
			ByteBuffer bytes = ByteBuffer
				.allocate(1 + 3 * Long.BYTES + 3 * Integer.BYTES + authors.length * Integer.BYTES)
				.put(VERSION)
				.putLong(comments)
				.putLong(held)
				.putLong(arrived)
				.putInt(told.comments())
				.putInt(told.newAuthors())
				.putInt(told.heldPercent());
			for (int author : authors) {
				bytes.putInt(author);
			}
			return bytes.array();
		}

		static Slot of(byte[] kept) {
			ByteBuffer bytes = ByteBuffer.wrap(kept);
			if (bytes.get() != VERSION) {
				return Json.MAPPER.readValue(kept, JsonSlot.class).slot();
			}
			long comments = bytes.getLong();
			long held = bytes.getLong();
			long arrived = bytes.getLong();
			Told told = new Told(bytes.getInt(), bytes.getInt(), bytes.getInt());
			int[] authors = new int[bytes.remaining() / Integer.BYTES];
			for (int i = 0; i < authors.length; i++) {
				authors[i] = bytes.getInt();
			}
			return new Slot(comments, held, authors, told, arrived);
		}

	}

	/** What the first versions wrote. */
	private record JsonSlot(long comments, long held, SortedSet<Integer> newAuthors, Told told, long arrived) {

		Slot slot() {
			return new Slot(comments, held, newAuthors.stream().mapToInt(Integer::intValue).toArray(), told, arrived);
		}

	}

	/** What is told: nothing of a thread with few comments. */
	private record Told(int comments, int newAuthors, int heldPercent) {

		static final Told NOTHING = new Told(0, 0, 0);

		private static final int LEAST_COMMENTS = 10;

		private static final int LEAST_AUTHORS = 5;

		static Told of(Slot before, Slot here) {
			long comments = before.comments + here.comments;
			if (comments < LEAST_COMMENTS) {
				return NOTHING;
			}
			long held = before.held + here.held;
			return new Told(step(comments, LEAST_COMMENTS), step(here.authorsWith(before), LEAST_AUTHORS),
					(int) (held * 10 / comments) * 10);
		}

		/** 10, 15, 20, 30, 50, 70 and so on, rounded down; 0 below the least. */
		private static int step(long number, int least) {
			if (number < least) {
				return 0;
			}
			int told = least;
			for (long power = 1; power <= number; power *= 10) {
				for (int digits : new int[] { 10, 15, 20, 30, 50, 70 }) {
					long candidate = digits * power / 10;
					if (digits * power % 10 == 0 && candidate <= number && candidate > told && candidate <= 1_000_000) {
						told = (int) candidate;
					}
				}
			}
			return told;
		}

	}

}
