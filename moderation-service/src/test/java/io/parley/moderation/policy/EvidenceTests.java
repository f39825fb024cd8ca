package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyEvaluationTests.LISTS;
import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static io.parley.moderation.policy.PolicyFixture.ruleWhen;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;

import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import org.junit.jupiter.api.Test;

/** What decisions say about why a rule matched. */
class EvidenceTests {

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
	void a_flooded_text_does_not_make_a_flooded_decision() {
		Policy policy = policy(LISTS + """
				rules:
				  - { id: insult, when: 'body.has("insults") || links.has("shorteners")', then: hold }
				""");

		Match match = policy.evaluate(comment("idiot ".repeat(5000)), REGULAR).matches().getFirst();

		assertThat(match.spans()).hasSize(Evidence.MOST_SPANS);
	}

}
