package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseTests {

	private static final String YAML = """
			policy: example
			verdicts: { hold: 5, reject: 10 }
			lists:
			  will:   { terms: [i will, we will], match: exact }
			  break:  { terms: [break, smash*] }
			  yours:  { terms: [your leg, your window], match: exact }
			  never:  { terms: [never, nobody says], match: exact }
			  shops:  { terms: [casino] }
			rules:
			  - id: phrase
			    when: said.phrase(["will", "break", "yours"], 2, "never")
			    then: hold
			  - id: quoted
			    when: body.phrase(["will", "break", "yours"], 2)
			    unless: said.phrase(["will", "break", "yours"], 2)
			    then: hold
			  - id: disguised
			    when: body.disguised("shops") && !said.has("never")
			    then: hold
			  - id: often
			    when: body.count("shops") >= 3
			    then: hold
			""";

	private final Policy policy = policy(YAML);

	@ParameterizedTest
	@ValueSource(strings = { "I will break your leg.", "i will come and break your leg",
			"We will be smashing your window!", "I will, I will break both of your leg",
			"Never mind. I will break your leg.",
			"Never did a man who lives next door to me sleep: I will break your leg.", "\"I will break your leg\"" })
	void terms_in_order_and_near_each_other_are_a_phrase(String text) {
		assertThat(matched(text)).containsExactly("phrase");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Your leg will break, I will say.", "I will not take the time it needs to break your leg.",
			"I will go. Break your leg.", "I will break,\nyour leg", "Never in my life I will break your leg.",
			"I will never break your leg.", "Nobody says that I will break your leg." })
	void terms_in_another_order_too_far_apart_in_other_sentences_or_spoken_against_are_none(String text) {
		assertThat(matched(text)).isEmpty();
	}

	@Test
	void what_is_quoted_is_not_said() {
		assertThat(matched("He wrote “I will break your leg”, and nobody minded.")).containsExactly("quoted");
	}

	@ParameterizedTest
	@ValueSource(strings = { "c4sin0 of the town", "саsino of the town", "c\u00ADa\u00ADs\u00ADi\u00ADn\u00ADo",
			"c a s i n o here" })
	void a_hidden_term_is_told_from_an_open_one(String text) {
		assertThat(matched(text)).containsExactly("disguised");
		assertThat(matched("The casino of the town, a caaasino!")).isEmpty();
	}

	@Test
	void terms_are_counted_as_often_as_they_are_there() {
		assertThat(matched("A casino, a casino, a Casino")).containsExactly("often");
		assertThat(matched("A casino and a casino")).isEmpty();
	}

	@Test
	void the_terms_of_a_phrase_are_its_evidence() {
		assertThat(this.policy.evaluate(comment("Look, I will come and smash all of your window."), REGULAR).matches())
			.singleElement()
			.satisfies(match -> assertThat(match.spans())
				.extracting(span -> span.list() + " " + span.start() + "-" + span.end())
				.containsExactly("will 6-12", "break 22-27", "yours 35-46"));
	}

	@Test
	void many_terms_take_no_more_than_their_number() {
		String text = "i will break never ".repeat(30_000);

		Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20),
				() -> this.policy.evaluate(comment(text), REGULAR));
	}

	private List<String> matched(String text) {
		Evaluation evaluation = this.policy.evaluate(comment(text), REGULAR);
		assertThat(evaluation.failures()).isEmpty();
		assertThat(evaluation).isEqualTo(this.policy.evaluate(comment(text), REGULAR, Surroundings.NONE, false));
		return evaluation.matches().stream().map(match -> match.rule().id()).toList();
	}

}
