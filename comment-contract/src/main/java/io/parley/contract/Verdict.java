package io.parley.contract;

/** What happens to a comment, from mildest to strongest. */
public enum Verdict {

	/** Publish. */
	APPROVE,
	/** Keep back until a moderator has looked. */
	HOLD,
	/** Do not publish. */
	REJECT;

	public boolean isStrongerThan(Verdict other) {
		return compareTo(other) > 0;
	}

	public Verdict strongest(Verdict other) {
		return isStrongerThan(other) ? this : other;
	}

}
