package io.parley.comments.publishing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Lets one event of an author be on its way at a time, because Kafka may refuse one and
 * take the next. An event enters only if everything that it awaits is ahead of it in this
 * process or was acknowledged to it; what another process may still have to publish is
 * the sweeper's concern. Thread-safe.
 */
final class AuthorLanes {

	private final ConcurrentHashMap<String, Deque<Entry>> lanes = new ConcurrentHashMap<>();

	/** What is in the lanes; an event's number changes here while its lane does. */
	private final Set<Long> entered = ConcurrentHashMap.newKeySet();

	/** Rows that others may still show as unpublished, until the sweeper says better. */
	private final RecentNumbers acknowledged = new RecentNumbers(Outbox.LEASE);

	/** Takes an event, or refuses it. */
	Admission enter(Entry entry, Turn turn) {
		Admission[] admission = { Admission.REFUSED };
		lanes.compute(entry.authorKey(), (_, present) -> {
			if (!isReached(turn)) {
				return present;
			}
			admission[0] = (present == null) ? Admission.FIRST : Admission.BEHIND;
			Deque<Entry> lane = (present != null) ? present : new ArrayDeque<>(1);
			lane.add(entry);
			entered.add(entry.outgoing().number());
			return lane;
		});
		return admission[0];
	}

	private boolean isReached(Turn turn) {
		return turn.awaited().size() <= Turn.MOST_AWAITED && turn.awaited()
			.stream()
			.allMatch(number -> entered.contains(number) || acknowledged.contains(number));
	}

	/**
	 * Kafka has the first of its lane, or will never take it.
	 * @return the one whose turn it is now, or null
	 */
	@Nullable Entry done(Entry first) {
		// Before it leaves the lane, so that whoever awaits it finds it here or there.
		acknowledged.add(first.outgoing().number());
		@Nullable Entry[] next = { null };
		lanes.computeIfPresent(first.authorKey(), (_, lane) -> {
			lane.remove();
			entered.remove(first.outgoing().number());
			next[0] = lane.peek();
			return lane.isEmpty() ? null : lane;
		});
		return next[0];
	}

	/**
	 * Kafka did not acknowledge the first of its lane.
	 * @return it and all that wait behind it, which have left the lane
	 */
	List<Entry> failed(Entry first) {
		List<Entry> gone = new ArrayList<>();
		lanes.computeIfPresent(first.authorKey(), (_, lane) -> {
			gone.addAll(lane);
			gone.forEach(entry -> entered.remove(entry.outgoing().number()));
			return null;
		});
		return gone;
	}

	/** Events that Kafka has not acknowledged yet. */
	int size() {
		return entered.size();
	}

	enum Admission {

		/** It is to be sent now. */
		FIRST,
		/** It will be sent when its turn comes. */
		BEHIND,
		/** Something else has to be published first, by somebody else. */
		REFUSED

	}

}
