package io.parley.local.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import io.parley.contract.Decision;
import io.parley.local.table.CommentRow;
import io.parley.local.table.VerdictTable;
import org.HdrHistogram.Histogram;

/**
 * Matches comments with their decisions. A decision may come before the answer that tells
 * the comment's id. Thread-safe.
 */
final class Tally {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition progress = lock.newCondition();

	private final Map<String, Sent> waiting = new HashMap<>();

	private final Map<String, List<Decided>> early = new HashMap<>();

	/** Comments that have a decision, with the last one. */
	private final Map<String, Matched> matched = new HashMap<>();

	private final Histogram latencies = new Histogram(TimeUnit.HOURS.toMicros(1), 3);

	private final VerdictTable verdicts = new VerdictTable();

	private Listener listener = (_, _, _) -> {
		// Nobody wants to know.
	};

	private long sent;

	private long decided;

	private long again;

	private long firstSentAt;

	private long lastDecidedAt;

	/** Has every further decision told, one at a time; before the first comment. */
	void onDecided(Listener listener) {
		this.listener = listener;
	}

	/**
	 * A comment was accepted.
	 * @param at when its request began, {@link System#nanoTime()}
	 */
	void sent(String commentId, CommentRow row, long at) {
		lock.lock();
		try {
			if (sent == 0 || at - firstSentAt < 0) {
				firstSentAt = at;
			}
			sent++;
			Sent comment = new Sent(row, at);
			List<Decided> decisions = early.remove(commentId);
			if (decisions != null) {
				decisions.forEach(decision -> match(comment, decision));
			}
			else {
				waiting.put(commentId, comment);
			}
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * A decision has arrived, perhaps about a comment that others have sent.
	 * @param at when, {@link System#nanoTime()}
	 */
	void decided(Decision decision, long at) {
		lock.lock();
		try {
			Decided decided = new Decided(decision, at);
			Sent comment = waiting.remove(decision.commentId());
			Matched before = matched.get(decision.commentId());
			if (comment != null) {
				match(comment, decided);
			}
			else if (before != null) {
				match(before.comment(), decided);
			}
			else {
				early.computeIfAbsent(decision.commentId(), _ -> new ArrayList<>(1)).add(decided);
			}
		}
		finally {
			lock.unlock();
		}
	}

	private void match(Sent comment, Decided decision) {
		Matched before = matched.get(decision.decision().commentId());
		if (before == null) {
			decided++;
			lastDecidedAt = decision.at();
			latencies.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(decision.at() - comment.at()), 0,
					TimeUnit.HOURS.toMicros(1)));
		}
		else if (decision.decision().ordinal() <= before.decision().ordinal()) {
			// The same once more.
			return;
		}
		else {
			again++;
		}
		matched.put(decision.decision().commentId(), new Matched(comment, decision.decision()));
		verdicts.count(comment.row().expected(), (before != null) ? before.decision().verdict() : null,
				decision.decision().verdict());
		listener.accept(comment.row(), decision.decision(), before == null);
		progress.signalAll();
	}

	/**
	 * Waits until every comment that was sent is decided.
	 * @param patience for how long no further decision may come, in nanoseconds
	 */
	void await(long patience) throws InterruptedException {
		lock.lock();
		try {
			long left = patience;
			long before = decided;
			while (!waiting.isEmpty() && left > 0) {
				left = progress.awaitNanos(left);
				if (decided > before) {
					before = decided;
					left = patience;
				}
			}
		}
		finally {
			lock.unlock();
		}
	}

	/**
	 * Waits until no comment is decided again any more.
	 * @param quiet for how long that must be, in nanoseconds
	 */
	void settle(long quiet) throws InterruptedException {
		lock.lock();
		try {
			long before;
			do {
				before = again;
				long left = quiet;
				while (before == again && left > 0) {
					left = progress.awaitNanos(left);
				}
			}
			while (before != again);
		}
		finally {
			lock.unlock();
		}
	}

	/** What there is to tell at the end. */
	Result result() {
		lock.lock();
		try {
			double seconds = (lastDecidedAt - firstSentAt) / (double) TimeUnit.SECONDS.toNanos(1);
			return new Result(sent, decided, again, latencies.copy(),
					decided == 0 ? 0 : decided / Math.max(seconds, 0.001), verdicts);
		}
		finally {
			lock.unlock();
		}
	}

	private record Sent(CommentRow row, long at) {
	}

	private record Decided(Decision decision, long at) {
	}

	private record Matched(Sent comment, Decision decision) {
	}

	/** Takes each decision about a comment that was sent. */
	@FunctionalInterface
	interface Listener {

		void accept(CommentRow row, Decision decision, boolean first);

	}

}
