package io.parley.moderation.decision;

import io.parley.contract.Decision;
import io.parley.contract.Verdict;

/**
 * An automatic decision.
 *
 * @param own the verdict of the rules that ask nothing about others: it counts for the
 * author, whatever is known of others at the time
 */
record Moderated(Decision decision, Verdict own) {
}
