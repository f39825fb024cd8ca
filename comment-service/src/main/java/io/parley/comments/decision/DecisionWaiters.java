package io.parley.comments.decision;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.parley.contract.Decision;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The callers of this instance that wait for a decision. Thread-safe. */
@Component
public class DecisionWaiters {

	private final ConcurrentHashMap<String, List<AwaitedDecision>> waiting = new ConcurrentHashMap<>();

	/** The thread that rests until somebody waits. */
	private volatile @Nullable Thread resting;

	/**
	 * Registers a caller; decisions that are published from now on are not missed.
	 * @param revision decisions about earlier ones are no answer
	 */
	public AwaitedDecision expect(UUID commentId, int revision) {
		AwaitedDecision awaited = new AwaitedDecision(commentId.toString(), revision);
		waiting.merge(awaited.commentId, List.of(awaited),
				(present, more) -> Stream.concat(present.stream(), more.stream()).toList());
		Thread rests = resting;
		if (rests != null) {
			LockSupport.unpark(rests);
		}
		return awaited;
	}

	/**
	 * Returns as soon as anybody waits, or after a time. For the one thread that follows
	 * the decisions.
	 */
	void restWhileNobodyWaits(Duration longest) {
		resting = Thread.currentThread();
		if (waiting.isEmpty()) {
			LockSupport.parkNanos(this, longest.toNanos());
		}
		resting = null;
	}

	boolean isAnyoneWaiting() {
		return !waiting.isEmpty();
	}

	boolean isAnyoneWaitingFor(String commentId) {
		return waiting.containsKey(commentId);
	}

	void tell(Decision decision) {
		waiting.getOrDefault(decision.commentId(), List.of()).forEach(awaited -> awaited.tell(decision));
	}

	private void remove(AwaitedDecision awaited) {
		waiting.computeIfPresent(awaited.commentId, (_, present) -> {
			List<AwaitedDecision> others = present.stream().filter(other -> other != awaited).toList();
			return others.isEmpty() ? null : others;
		});
	}

	/** One caller's place; closing gives it up. */
	public final class AwaitedDecision implements AutoCloseable {

		private final String commentId;

		private final int revision;

		private final CompletableFuture<Decision> decision = new CompletableFuture<>();

		private AwaitedDecision(String commentId, int revision) {
			this.commentId = commentId;
			this.revision = revision;
		}

		private void tell(Decision made) {
			if (made.revision() >= revision) {
				decision.complete(made);
			}
		}

		/** The decision, or null if none was published in time. */
		public @Nullable Decision within(Duration patience) {
			try {
				return decision.get(patience.toMillis(), TimeUnit.MILLISECONDS);
			}
			catch (TimeoutException _) {
				return null;
			}
			catch (InterruptedException _) {
				Thread.currentThread().interrupt();
				return null;
			}
			catch (ExecutionException failure) {
				throw new IllegalStateException("A wait is only ever ended by a decision", failure);
			}
		}

		@Override
		public void close() {
			remove(this);
		}

	}

}
