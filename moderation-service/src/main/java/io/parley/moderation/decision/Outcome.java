package io.parley.moderation.decision;

import static java.util.Objects.requireNonNull;

import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.ThreadDecision;
import io.parley.moderation.signal.Observation;

/**
 * What came of an event.
 *
 * @param decisions to publish, in this order
 * @param observations to be added up with those of other authors
 * @param threads what is decided about threads
 */
public record Outcome(Kind kind, List<Decision> decisions, List<Observation> observations,
		List<ThreadDecision> threads) {

	public Outcome {
		requireNonNull(kind, "kind");
		decisions = List.copyOf(requireNonNull(decisions, "decisions"));
		observations = List.copyOf(requireNonNull(observations, "observations"));
		threads = List.copyOf(requireNonNull(threads, "threads"));
	}

	Outcome(Kind kind, List<Decision> decisions) {
		this(kind, decisions, List.of(), List.of());
	}

	Outcome observed(List<Observation> more) {
		return new Outcome(kind, decisions, more, threads);
	}

	Outcome about(List<ThreadDecision> more) {
		return new Outcome(kind, decisions, observations, more);
	}

	static Outcome decided(Decision decision) {
		return new Outcome(Kind.DECIDED, List.of(decision));
	}

	static Outcome repeated(Decision decision) {
		return new Outcome(Kind.REPEATED, List.of(decision));
	}

	static Outcome silent(Kind kind) {
		return new Outcome(kind, List.of());
	}

	/** What an event led to, or why to nothing. */
	public enum Kind {

		/** A new decision. */
		DECIDED,
		/** The event was known; the decision in force once more, unchanged. */
		REPEATED,
		/** The event changed what is remembered and asks for no decision. */
		NOTED,
		/** Ignored: a review of a comment that was never seen. */
		UNKNOWN_COMMENT,
		/** Ignored: the comment is withdrawn. */
		WITHDRAWN_COMMENT,
		/** Ignored: a review of another revision than the one in force. */
		OTHER_REVISION,
		/** Ignored: a review that others have followed since. */
		REPEATED_REVIEW

	}

}
