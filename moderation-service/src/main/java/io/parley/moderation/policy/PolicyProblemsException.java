package io.parley.moderation.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A policy has mistakes; all that were found are told at once. */
public final class PolicyProblemsException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient List<Problem> problems;

	PolicyProblemsException(List<Problem> problems) {
		super(problems.stream().map(Problem::render).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	/** In the order of their places. */
	public List<Problem> problems() {
		return this.problems;
	}

}
