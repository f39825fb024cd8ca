package io.parley.moderation.tally;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
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

	private final KeyValues store;

	private final Expiry expiry;

	/** Goes on from what is in the store. */
	public ThreadFold(KeyValues store) {
		this.store = store;
		this.expiry = new Expiry(store, PREFIX, tally -> Slot.of(tally).arrived());
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
		if (told.equals(here.told())) {
			return null;
		}
		put(observed, slot, new Slot(here.comments(), here.held(), here.newAuthors(), told, now));
		return new ThreadSeen(observed.site(), observed.threadId(), slot, before.comments() + here.comments(),
				told.comments(), told.newAuthors(), told.heldPercent());
	}

	private Slot find(ThreadObserved observed, Instant slot) {
		byte[] known = store.get(key(observed, slot));
		return (known != null) ? Slot.of(known) : Slot.NONE;
	}

	private void put(ThreadObserved observed, Instant slot, Slot tally) {
		store.put(key(observed, slot), Json.MAPPER.writeValueAsBytes(tally));
	}

	private static String key(ThreadObserved observed, Instant slot) {
		return PREFIX + observed.key() + "/" + slot.getEpochSecond();
	}

	@Override
	public List<Signal> quiet(long now) {
		expiry.at(now);
		return List.of();
	}

	/**
	 * @param newAuthors hashes of their keys
	 * @param told what was told of it and the slot before
	 * @param arrived when the last comment arrived
	 */
	private record Slot(long comments, long held, SortedSet<Integer> newAuthors, Told told, long arrived) {

		static final Slot NONE = new Slot(0, 0, new TreeSet<>(), Told.NOTHING, 0);

		static Slot of(byte[] kept) {
			return Json.MAPPER.readValue(kept, Slot.class);
		}

		Slot with(ThreadObserved observed, long now) {
			SortedSet<Integer> authors = new TreeSet<>(newAuthors);
			if (observed.newAuthor()) {
				authors.add(observed.authorKey().hashCode());
			}
			if (authors.size() > MOST_AUTHORS) {
				// Which ones stay must not depend on the order in which they come.
				authors.remove(authors.last());
			}
			return new Slot(comments + 1, held + (observed.held() ? 1 : 0), authors, told, now);
		}

	}

	/** What is told: nothing of a thread with few comments. */
	private record Told(int comments, int newAuthors, int heldPercent) {

		static final Told NOTHING = new Told(0, 0, 0);

		private static final int LEAST_COMMENTS = 10;

		private static final int LEAST_AUTHORS = 5;

		static Told of(Slot before, Slot here) {
			long comments = before.comments() + here.comments();
			if (comments < LEAST_COMMENTS) {
				return NOTHING;
			}
			SortedSet<Integer> authors = new TreeSet<>(before.newAuthors());
			authors.addAll(here.newAuthors());
			long held = before.held() + here.held();
			return new Told(step(comments, LEAST_COMMENTS), step(authors.size(), LEAST_AUTHORS),
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
