package io.parley.moderation.policy;

import java.util.Set;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

/**
 * A checked condition. Thread-safe.
 *
 * @param canonical equal for conditions that differ in white space and quotes only
 * @param conjuncts the canonical parts of which all must hold
 * @param needs what a comment must have for the condition to be able to hold
 * @param classified whether it reads what a classifier tells
 * @param others what it asks about others, which may be known late
 */
record Condition(CelRuntime.Program program, String canonical, Set<String> conjuncts, Needs needs, boolean classified,
		AskedOfOthers others) {

	/** Whether the condition holds. */
	boolean holds(Reading reading) throws UnknownConditionException {
		try {
			if (this.program.eval(reading) instanceof Boolean holds) {
				return holds;
			}
			throw new UnknownConditionException("the condition gave neither true nor false");
		}
		catch (CelEvaluationException failed) {
			throw new UnknownConditionException(CelMessages.cause(failed));
		}
	}

}
