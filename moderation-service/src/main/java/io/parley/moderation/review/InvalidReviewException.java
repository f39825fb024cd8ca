package io.parley.moderation.review;

import java.util.List;

/** A review that cannot be taken; says all that is wrong with it. */
final class InvalidReviewException extends RuntimeException {

	private static final long serialVersionUID = 1;

	private final transient List<Fault> faults;

	InvalidReviewException(List<Fault> faults) {
		super("The review cannot be taken");
		this.faults = List.copyOf(faults);
	}

	List<Fault> faults() {
		return faults;
	}

	/** One field and what is wrong with it. */
	record Fault(String field, String message) {
	}

}
