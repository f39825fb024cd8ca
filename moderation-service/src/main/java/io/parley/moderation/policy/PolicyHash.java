package io.parley.moderation.policy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.parley.contract.Json;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.text.TermList;

/** Hashes the canonical form of what a policy decides by. */
final class PolicyHash {

	private static final int BYTES = 16;

	private PolicyHash() {
	}

	static String of(Policy policy) {
		SortedMap<String, Object> content = new TreeMap<>();
		content.put("policy", policy.name());
		content.put("bands", List.of(policy.bands().hold(), policy.bands().reject()));
		content.put("onError", policy.onError().name());
		content.put("reasons", policy.reasons().content());
		if (!policy.trust().equals(Trust.DEFAULT)) {
			content.put("trust", trust(policy.trust()));
		}
		if (!policy.campaigns().equals(CampaignTerms.DEFAULT)) {
			content.put("campaigns", List.of(policy.campaigns().window().toString(),
					policy.campaigns().allowed().stream().sorted().toList()));
		}
		if (!policy.vocabulary().regions().isEmpty()) {
			content.put("regions", policy.vocabulary().regions());
		}
		content.put("lists", lists(policy.vocabulary().lists()));
		Classifier classifier = policy.vocabulary().classifier();
		if (classifier != null && policy.appliedRules().stream().anyMatch(PolicyRule::classified)) {
			content.put("model", classifier.id());
			if (policy.learning() != null) {
				content.put("learn", true);
			}
		}
		content.put("rules", policy.appliedRules().stream().map(PolicyHash::rule).toList());
		return sha256(Json.MAPPER.writeValueAsBytes(content));
	}

	private static List<Integer> trust(Trust trust) {
		return List.of(trust.known(), trust.trusted(), trust.rejectedPercent(), trust.moderatorWeight());
	}

	private static SortedMap<String, Object> lists(Map<String, TermList> lists) {
		SortedMap<String, Object> content = new TreeMap<>();
		lists.forEach((name, list) -> {
			List<String> parts = new ArrayList<>(list.terms().stream().sorted().toList());
			parts.addFirst(list.matching().name());
			content.put(name, list.options().isEmpty() ? parts : List.of(parts, options(list)));
		});
		return content;
	}

	private static SortedMap<String, Object> options(TermList list) {
		SortedMap<String, Object> content = new TreeMap<>();
		list.options()
			.forEach((term, told) -> content.put(term,
					List.of(told.keepsAccents(), told.exceptions().stream().sorted().toList())));
		return content;
	}

	private static SortedMap<String, Object> rule(PolicyRule rule) {
		SortedMap<String, Object> content = new TreeMap<>();
		content.put("id", rule.rule().id());
		content.put("mode", rule.rule().mode().name());
		content.put("effect", rule.rule().effect().name());
		content.put("score", rule.rule().score());
		String reason = rule.rule().reason();
		if (reason != null) {
			content.put("reason", reason);
		}
		if (rule.rule().limit() > 0) {
			content.put("limit", rule.rule().limit());
		}
		ThreadAction thread = rule.rule().thread();
		if (thread != null) {
			content.put("thread",
					List.of(thread.mode().name(), thread.slowMode().toString(), thread.lasting().toString()));
		}
		content.put("when", rule.when().canonical());
		Condition unless = rule.unless();
		if (unless != null) {
			content.put("unless", unless.canonical());
		}
		return content;
	}

	private static String sha256(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return HexFormat.of().formatHex(digest, 0, BYTES);
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every Java platform has SHA-256", missing);
		}
	}

}
