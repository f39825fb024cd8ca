package io.parley.comments.comment;

import java.util.Locale;

import io.parley.problem.Violations;

/** In which order a thread is read. */
enum ThreadOrder {

	NEWEST("<", "desc"), OLDEST(">", "asc");

	private final String comparison;

	private final String direction;

	ThreadOrder(String comparison, String direction) {
		this.comparison = comparison;
		this.direction = direction;
	}

	static ThreadOrder named(String name) {
		return switch (name) {
			case "newest" -> NEWEST;
			case "oldest" -> OLDEST;
			default -> throw Violations.single("order", "must be newest or oldest");
		};
	}

	/** How what follows a place in this order compares with it, in SQL. */
	String comparison() {
		return comparison;
	}

	String direction() {
		return direction;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
