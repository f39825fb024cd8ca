package io.parley.moderation.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.parley.contract.Decision;
import io.parley.contract.Decision.PublicReason;
import io.parley.moderation.policy.Policy;

/**
 * What an author can be told about a rejection.
 *
 * @param chosen whether it is what the decision in force tells already
 */
record ReasonChoice(String code, String sentence, boolean chosen) {

	/**
	 * In the order of their codes; without a code the author is told of "the rules".
	 * @param language of the comment, or empty
	 */
	static List<ReasonChoice> of(Policy policy, Decision inForce, String language) {
		PublicReason told = inForce.publicReason();
		String chosen = (told != null && policy.publicReasons().containsKey(told.code())) ? told.code() : "";
		List<ReasonChoice> choices = new ArrayList<>();
		choices.add(new ReasonChoice("", "Your comment does not follow the rules of this site.", chosen.isEmpty()));
		policy.publicReasons(language)
			.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.forEach(reason -> choices
				.add(new ReasonChoice(reason.getKey(), reason.getValue(), reason.getKey().equals(chosen))));
		return List.copyOf(choices);
	}

}
