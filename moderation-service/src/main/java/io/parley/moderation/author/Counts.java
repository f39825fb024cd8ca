package io.parley.moderation.author;

import io.parley.contract.Verdict;

/**
 * How many comments have which verdict. Never below zero, never above the largest number
 * there is.
 */
public record Counts(int approved, int held, int rejected) {

	public static final Counts NONE = new Counts(0, 0, 0);

	int of(Verdict verdict) {
		return switch (verdict) {
			case APPROVE -> approved;
			case HOLD -> held;
			case REJECT -> rejected;
		};
	}

	Counts with(Verdict verdict, int by) {
		return new Counts(moved(approved, verdict == Verdict.APPROVE, by), moved(held, verdict == Verdict.HOLD, by),
				moved(rejected, verdict == Verdict.REJECT, by));
	}

	private static int moved(int count, boolean applies, int by) {
		return applies ? Math.clamp((long) count + by, 0, Integer.MAX_VALUE) : count;
	}

}
