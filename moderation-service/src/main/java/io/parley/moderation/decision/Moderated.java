package io.parley.moderation.decision;

import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Rule;

/**
 * An automatic decision.
 *
 * @param own the verdict of the rules that ask nothing about others, without brakes: it
 * counts for the author, whatever is known of others at the time
 * @param limited rules with a limit that reject, or would without their brakes
 * @param acting live rules that do something to the thread
 */
record Moderated(Decision decision, Verdict own, List<Rule> limited, List<Rule> acting) {

	Moderated {
		limited = List.copyOf(limited);
		acting = List.copyOf(acting);
	}

}
