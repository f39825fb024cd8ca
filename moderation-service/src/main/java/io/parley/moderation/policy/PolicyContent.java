package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.parley.moderation.classifier.Classifier;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says, with what it takes over from the one that it extends.
 *
 * @param usedLists those that conditions name
 * @param rules in the order of the policy that is extended, new ones behind
 */
record PolicyContent(String name, Settings settings, ListsReader lists, Set<String> usedLists, List<PolicyRule> rules) {

	PolicyContent {
		usedLists = Set.copyOf(usedLists);
		rules = List.copyOf(rules);
	}

	Set<String> ruleIds() {
		return rules.stream().map(each -> each.rule().id()).collect(Collectors.toSet());
	}

	/** Whether a rule depends on what a model tells. */
	boolean classified() {
		return rules.stream().anyMatch(PolicyRule::classified);
	}

	/** The rules that remain, with the rules of a policy that extends this one. */
	List<PolicyRule> rulesWith(List<PolicyRule> own, Set<String> without) {
		Map<String, PolicyRule> written = own.stream()
			.collect(Collectors.toMap(each -> each.rule().id(), each -> each));
		List<PolicyRule> all = new ArrayList<>();
		Set<String> inherited = new HashSet<>();
		for (PolicyRule rule : rules) {
			String id = rule.rule().id();
			inherited.add(id);
			if (!without.contains(id)) {
				all.add(written.getOrDefault(id, rule));
			}
		}
		own.stream().filter(each -> !inherited.contains(each.rule().id())).forEach(all::add);
		return all;
	}

	/**
	 * Makes the policy ready to decide.
	 * @param shipped asked for if a rule needs a model and the policy names none
	 */
	Policy policy(Supplier<? extends Classifier> shipped) {
		Classifier own = settings.model().own();
		@Nullable Classifier asked = !classified() ? null : (own != null) ? own : shipped.get();
		return new Policy(name, settings.bands(), settings.onError(), settings.reasons(), settings.trust(),
				settings.campaigns(),
				Vocabulary.of(lists.lists(), settings.regions(), asked, settings.model().learning()), rules);
	}

}
