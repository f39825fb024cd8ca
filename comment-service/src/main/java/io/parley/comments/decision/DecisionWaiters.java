package io.parley.comments.decision;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.parley.contract.Decision;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The callers of this instance that wait for a decision. Thread-safe. */
@Component
public class DecisionWaiters {

	private final ConcurrentHashMap<String, Expected> expected = new ConcurrentHashMap<>();

	/** Registers a caller; decisions that are published from now on are not missed. */
	public AwaitedDecision expect(UUID commentId) {
		String id = commentId.toString();
		Expected shared = expected.compute(id,
				(_, present) -> (present != null) ? present.oneMore() : new Expected(new CompletableFuture<>(), 1));
		return new AwaitedDecision(id, shared.decision());
	}

	boolean isAnyoneWaitingFor(String commentId) {
		return expected.containsKey(commentId);
	}

	void tell(Decision decision) {
		Expected waiting = expected.get(decision.commentId());
		if (waiting != null) {
			waiting.decision().complete(decision);
		}
	}

	private record Expected(CompletableFuture<Decision> decision, int callers) {

		Expected oneMore() {
			return new Expected(decision, callers + 1);
		}

		@Nullable Expected oneLess() {
			return (callers > 1) ? new Expected(decision, callers - 1) : null;
		}

	}

	/** One caller's place; closing gives it up. */
	public final class AwaitedDecision implements AutoCloseable {

		private final String commentId;

		private final CompletableFuture<Decision> decision;

		private AwaitedDecision(String commentId, CompletableFuture<Decision> decision) {
			this.commentId = commentId;
			this.decision = decision;
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
			expected.computeIfPresent(commentId, (_, present) -> present.oneLess());
		}

	}

}
