package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static io.parley.moderation.policy.PolicyFixture.ruleWhen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyEvaluationTests {

	static final String LISTS = """
			policy: lists
			verdicts: { hold: 5, reject: 10 }
			lists:
			  insults: { terms: [idiot, filthy pig], match: folded }
			  shorteners: { terms: [bit.ly], match: domain }
			""";

	@ParameterizedTest
	@ValueSource(strings = { "body.text.contains('people')", "body.length == 55", "body.capsRatio > 0.1",
			"body.longestRun >= 3", "body.emojiCount == 1", "body.scripts == ['Latn']", "body.language == 'en'",
			"body.invisible == 0", "body.mixedScript == 0", "body.digits < 0.1", "links.count == 1",
			"links.domains == ['example.org']", "links.shortened == 0", "links.deceptive < 1",
			"contact.phones + contact.emails + contact.cards + contact.accounts + contact.addresses + contact.handles == 0",
			"'example.org' in links.domains", "links.domains.exists(domain, domain.endsWith('.org'))",
			"author.approved >= 40", "author.held == 1", "author.rejected < 1", "author.age > duration('24h')",
			"!author.trusted", "author.role == ''", "thread.id == 'p1'", "thread.url.startsWith('https:')",
			"thread.title.matches('(?i)^a POST$')", "author.rate('2m') == 1", "body.matches('W[a-z]!+')",
			"author.approvedByModerators + author.rejectedByModerators == 0", "author.rejectionRatio < 0.1",
			"author.firstSeen == duration('0s')", "author.trust == 'new'", "!author.banned", "author.mutedUntil == ''",
			"author.repeats('1h') == 0", "author.links('1h') + author.threads('1h') == 1",
			"author.approved + author.held > 40", "author.approved > 0 ? links.count > 0 : false",
			"toxicity.score < 0.5 && toxicity.insult < 0.5 && toxicity.hate < 0.5 && toxicity.obscene < 0.5",
			"spam.score >= 0.0001", "size(body.text) > 3 && (links.count > 1.5 || true == !author.trusted)" })
	void a_condition_reads_the_comment(String condition) {
		Policy policy = ruleWhen("\"" + condition + "\"");

		Evaluation evaluation = policy.evaluate(comment("We!!! the people LOVE https://www.example.org/x today 😀"),
				REGULAR);

		assertThat(evaluation.failures()).isEmpty();
		assertThat(evaluation.matches()).hasSize(1);
	}

	@Test
	void unless_exempts() {
		Policy policy = policy(LISTS + """
				rules:
				  - id: insult
				    when: body.has("insults") || links.has("shorteners")
				    unless: author.approved > 10
				    then: hold
				""");

		assertThat(policy.evaluate(comment("idiot"), REGULAR).matches()).isEmpty();
		assertThat(policy.evaluate(comment("idiot"), Example.ExampleAuthor.NEWCOMER).matches()).hasSize(1);
	}

	@Test
	void shadow_rules_are_told_with_their_mode_and_drafts_are_not_applied() {
		Policy policy = policy(LISTS + """
				rules:
				  - { id: on-trial, when: 'body.has("insults")', then: reject, mode: shadow }
				  - { id: unfinished, when: 'links.has("shorteners") || body.length > 0', then: reject, mode: draft }
				""");

		assertThat(policy.rules()).extracting(Rule::id).containsExactly("on-trial");
		assertThat(policy.evaluate(comment("idiot"), REGULAR).matches()).extracting(match -> match.rule().mode())
			.containsExactly(RuleMode.SHADOW);
	}

	@Test
	void signals_are_asked_for_once_and_only_when_reached() {
		Policy policy = policy("""
				policy: lazy
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: a, when: 'body.length > 1000 && author.rejected > 3', then: hold }
				  - { id: b, when: 'author.rate("2m") > 1', then: hold }
				  - { id: c, when: 'author.rate("2m") > 2', then: reject }
				""");
		CountingSignals signals = new CountingSignals();

		policy.evaluate(comment("short"), signals);

		assertThat(signals.asked).containsExactly("rate PT2M");
	}

	@Test
	void one_policy_serves_many_threads() throws Exception {
		Policy policy = policy(LISTS + """
				rules:
				  - { id: insult, when: 'body.has("insults") && author.age > duration("1h")', then: hold }
				  - { id: link, when: 'links.has("shorteners") || body.matches("x{3}")', score: 3 }
				""");
		List<Callable<Evaluation>> tasks = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			String body = (i % 2 == 0) ? "you idiot xxx" : "see https://bit.ly/1";
			tasks.add(() -> policy.evaluate(comment(body), REGULAR));
		}
		Evaluation even = policy.evaluate(comment("you idiot xxx"), REGULAR);
		Evaluation odd = policy.evaluate(comment("see https://bit.ly/1"), REGULAR);

		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<Evaluation>> results = threads.invokeAll(tasks);
			for (int i = 0; i < results.size(); i++) {
				assertThat(results.get(i).get()).isEqualTo((i % 2 == 0) ? even : odd);
			}
		}
	}

	@Test
	void a_policy_tells_its_thresholds_and_reasons() {
		Policy policy = policy("""
				policy: all of it
				verdicts: { hold: 5, reject: 10 }
				onError: reject
				reasons: { hate: We do not print hate. }
				rules:
				  - { id: a, when: body.length > 3, then: hold, reason: hate }
				""");

		assertThat(policy.name()).isEqualTo("all of it");
		assertThat(policy.bands().hold()).isEqualTo(5);
		assertThat(policy.bands().reject()).isEqualTo(10);
		assertThat(policy.onError()).isEqualTo(Verdict.REJECT);
		assertThat(policy.publicReason("hate")).isNotNull()
			.extracting(io.parley.contract.Decision.PublicReason::text)
			.isEqualTo("We do not print hate.");
		assertThat(policy.publicReason("other")).isNull();
	}

	private static final class CountingSignals extends BrokenRate {

		private final List<String> asked = new ArrayList<>();

		@Override
		public int rejected() {
			this.asked.add("rejected");
			return 0;
		}

		@Override
		public int rate(Duration window) {
			this.asked.add("rate " + window);
			return 4;
		}

	}

}
