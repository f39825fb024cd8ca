package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static io.parley.moderation.policy.PolicyFixture.ruleWhen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyEvaluationTests {

	private static final String LISTS = """
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
	void evidence_covers_the_original_text_and_names_list_and_term() {
		Policy policy = policy(LISTS + """
				rules:
				  - id: insult
				    when: body.has("insults") && body.matches("go +away") && links.has("shorteners")
				    score: 4
				""");
		String body = "😀 FILTHY  Pig, go   away: https://bit.ly/x";

		Match match = policy.evaluate(comment(body), REGULAR).matches().getFirst();

		assertThat(match.rule()).isEqualTo(new Rule("insult", RuleMode.LIVE, Effect.SCORE, 4, null));
		assertThat(match.spans()).containsExactly(new Hit.Span("body", 3, 14, "insults", "filthy pig"),
				new Hit.Span("body", 16, 25, null, "go +away"), new Hit.Span("body", 27, 43, "shorteners", "bit.ly"));
		assertThat(match.spans()).extracting(span -> body.substring(span.start(), span.end()))
			.containsExactly("FILTHY  Pig", "go   away", "https://bit.ly/x");
	}

	@Test
	void values_are_those_that_when_read_and_not_those_of_unless() {
		Policy policy = policy("""
				policy: values
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - id: newcomer-links
				    when: links.count >= 2 && author.age < duration("24h") && author.rate("2m") < 9 && body.length > 2
				    unless: author.trusted || author.role == "staff"
				    then: hold
				""");
		AuthorSignals newcomer = new Example.ExampleAuthor(0, 0, 0, Duration.ofHours(2), false, "", 3);

		Match match = policy.evaluate(comment("http://a.example http://b.example"), newcomer).matches().getFirst();

		assertThat(match.values())
			.isEqualTo(Map.of("links.count", 2, "author.age", "PT2H", "author.rate(\"2m\")", 3, "body.length", 33));
		assertThat(match.spans()).extracting(Hit.Span::term).containsExactly("a.example", "b.example");
	}

	@Test
	void evidence_of_a_measure_is_what_was_counted() {
		Policy policy = ruleWhen("links.deceptive > 0 && links.shortened > 0");
		String body = "https://bank.com@evil.com/ bit[.]ly/x https://example.org";

		Match match = policy.evaluate(comment(body), REGULAR).matches().getFirst();

		assertThat(match.spans()).containsExactly(
				new Hit.Span("body", 0, 26, null, "evil.com (user name before the host)"),
				new Hit.Span("body", 27, 37, null, "bit.ly"));
		assertThat(match.values()).isEqualTo(Map.of("links.deceptive", 1, "links.shortened", 1));
	}

	@Test
	void evidence_of_a_disguise_names_what_is_not_seen() {
		Policy policy = ruleWhen("body.invisible > 0 && body.mixedScript > 0");

		Match match = policy.evaluate(comment("a c\u200Basino of pаypal"), REGULAR).matches().getFirst();

		assertThat(match.spans()).containsExactly(new Hit.Span("body", 3, 4, null, "U+200B"),
				new Hit.Span("body", 13, 19, null, "pаypal"));
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
	void a_condition_that_fails_is_unknown_and_told() {
		Policy policy = ruleWhen("links.domains[3] == 'a.example'");

		Evaluation evaluation = policy.evaluate(comment("no link"), REGULAR);

		assertThat(evaluation.matches()).isEmpty();
		assertThat(evaluation.failedLive()).isTrue();
		assertThat(evaluation.degraded()).singleElement().satisfies(degraded -> {
			assertThat(degraded.name()).isEqualTo("rule");
			assertThat(degraded.cause()).isEqualTo("Index out of bounds: 3");
		});
	}

	@Test
	void a_signal_that_fails_makes_only_the_rules_unknown_that_ask_for_it() {
		Policy policy = policy("""
				policy: signals
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: flood, when: 'author.rate("2m") > 5', then: hold, mode: shadow }
				  - { id: absorbed, when: 'author.rate("2m") > 5 || body.length > 3', then: hold }
				  - { id: settled, when: 'author.rate("2m") > 6', unless: author.approved > 3, then: hold }
				  - { id: long, when: body.length > 3, then: hold, mode: shadow }
				""");
		AuthorSignals broken = new BrokenRate();

		Evaluation evaluation = policy.evaluate(comment("some words"), broken);

		assertThat(evaluation.matches()).extracting(match -> match.rule().id()).containsExactly("absorbed", "long");
		assertThat(evaluation.failures()).extracting(failure -> failure.rule().id()).containsExactly("flood");
		assertThat(evaluation.failures()).extracting(Evaluation.Failure::cause).containsExactly("rates are not known");
		assertThat(evaluation.failedLive()).as("only a shadow rule failed").isFalse();
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
	void a_flooded_text_does_not_make_a_flooded_decision() {
		Policy policy = policy(LISTS + """
				rules:
				  - { id: insult, when: 'body.has("insults") || links.has("shorteners")', then: hold }
				""");

		Match match = policy.evaluate(comment("idiot ".repeat(5000)), REGULAR).matches().getFirst();

		assertThat(match.spans()).hasSize(Evidence.MOST_SPANS);
	}

	@Test
	void endless_work_is_cut_off_and_told() {
		Policy policy = ruleWhen(
				"links.domains.exists(a, links.domains.exists(b, links.domains.exists(c, a + b + c == 'x')))");
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < 300; i++) {
			body.append("http://d").append(i).append(".example ");
		}

		Evaluation evaluation = policy.evaluate(comment(body.toString()), REGULAR);

		assertThat(evaluation.failures()).hasSize(1);
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

	private static class BrokenRate implements AuthorSignals {

		@Override
		public int approved() {
			return REGULAR.approved();
		}

		@Override
		public int held() {
			return REGULAR.held();
		}

		@Override
		public int rejected() {
			return REGULAR.rejected();
		}

		@Override
		public Duration age() {
			return REGULAR.age();
		}

		@Override
		public int rate(Duration window) {
			throw new IllegalStateException("rates are not known");
		}

		@Override
		public int approvedByModerators() {
			return REGULAR.approvedByModerators();
		}

		@Override
		public int rejectedByModerators() {
			return REGULAR.rejectedByModerators();
		}

		@Override
		public double rejectionRatio() {
			return REGULAR.rejectionRatio();
		}

		@Override
		public Duration firstSeen() {
			return REGULAR.firstSeen();
		}

		@Override
		public boolean banned() {
			return REGULAR.banned();
		}

		@Override
		public int repeats(Duration window) {
			return REGULAR.repeats(window);
		}

		@Override
		public int links(Duration window) {
			return REGULAR.links(window);
		}

		@Override
		public int threads(Duration window) {
			return REGULAR.threads(window);
		}

		@Override
		public @Nullable Instant mutedUntil() {
			return REGULAR.mutedUntil();
		}

		@Override
		public String role() {
			return REGULAR.role();
		}

	}

}
