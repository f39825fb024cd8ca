package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static io.parley.moderation.policy.PolicyFixture.ruleWhen;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules whose condition cannot be told. */
class EvaluationFailureTests {

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

}
