package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.parley.contract.Hit;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Head;
import org.junit.jupiter.api.Test;

class ClassifierRulesTests {

	private static final String RULES = """
			policy: scored
			verdicts: { hold: 5, reject: 10 }
			rules:
			  - { id: short, when: body.length < 4, then: hold }
			  - { id: toxic, when: body.length > 20 && toxicity.score >= 0.8 && spam.score < 0.9, then: hold }
			  - { id: insult, when: body.length > 20 && toxicity.insult > 0.95, score: 3, mode: shadow }
			""";

	private final Stub stub = new Stub("one", 0.8);

	@Test
	void a_hit_names_scores_model_and_the_words_that_moved_them() {
		Match match = policy(RULES, stub).evaluate(comment("Hello, you silly turnip!"), REGULAR).matches().getFirst();

		assertThat(match.values())
			.isEqualTo(Map.of("body.length", 24, "toxicity.score", 0.8, "spam.score", 0.8, "model", "one"));
		assertThat(match.spans()).containsExactly(new Hit.Span("body", 0, 5, null, "Hello"));
	}

	@Test
	void a_text_is_scored_once_and_only_if_a_rule_wants_to_know() {
		Policy policy = policy(RULES, stub);

		policy.evaluate(comment("Too short for it"), REGULAR);
		assertThat(stub.scored).isEmpty();

		policy.evaluate(comment("Long enough for all of the rules"), REGULAR);
		assertThat(stub.scored).containsExactly("Long enough for all of the rules");
	}

	@Test
	void a_classifier_that_fails_makes_only_the_rules_unknown_that_ask_for_it() {
		Classifier broken = new Stub("broken", Double.NaN);

		Evaluation evaluation = policy(RULES, broken).evaluate(comment("Long enough for all of the rules"), REGULAR);

		assertThat(evaluation.failures()).extracting(failure -> failure.rule().id()).containsExactly("toxic", "insult");
		assertThat(evaluation.failures()).extracting(Evaluation.Failure::cause)
			.allSatisfy(cause -> assertThat(cause).contains("the model is gone"));
		assertThat(evaluation.failedLive()).isTrue();
	}

	@Test
	void the_model_is_part_of_what_a_policy_decides_by() {
		String measured = RULES.replace("toxicity.score", "body.digits")
			.replace("spam.score", "body.capsRatio")
			.replace("toxicity.insult > 0.95, score: 3, mode: shadow", "toxicity.insult > 0.95, score: 3, mode: draft");

		assertThat(policy(RULES, stub).hash()).isEqualTo(policy(RULES, new Stub("one", 0)).hash())
			.isNotEqualTo(policy(RULES, new Stub("two", 0.8)).hash());
		assertThat(policy(measured, stub).hash()).as("only a draft asks for it")
			.isEqualTo(policy(measured, new Stub("two", 0.8)).hash());
	}

	@Test
	void the_model_that_is_shipped_is_the_one_unless_told_otherwise() {
		Evaluation evaluation = policy(RULES).evaluate(comment("You are a stupid idiot and a moron"), REGULAR);

		assertThat(evaluation.failures()).isEmpty();
		assertThat(evaluation.matches()).extracting(match -> match.rule().id()).contains("toxic");
		assertThat(evaluation.matches().getFirst().spans()).extracting(Hit.Span::term).contains("stupid", "idiot");
	}

	/** Gives all heads one probability, and fails if that is none. */
	private static final class Stub implements Classifier {

		private final List<String> scored = new ArrayList<>();

		private final String id;

		private final double probability;

		Stub(String id, double probability) {
			this.id = id;
			this.probability = probability;
		}

		@Override
		public String id() {
			return id;
		}

		@Override
		public void score(String text, double[] probabilities) {
			if (Double.isNaN(probability)) {
				throw new IllegalStateException("the model is gone");
			}
			scored.add(text);
			Arrays.fill(probabilities, probability);
		}

		@Override
		public List<Contribution> explain(String text, Head head, int most) {
			return List.of(new Contribution(0, Math.max(1, text.indexOf(',')), 1));
		}

	}

}
