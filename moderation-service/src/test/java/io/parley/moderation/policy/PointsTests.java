package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that add points, whose most is known before they are evaluated. */
class PointsTests {

	private static final String LISTS = """
			policy: points
			verdicts: { hold: 5, reject: 10 }
			lists:
			  apples: { terms: [apple], match: exact }
			  birches: { terms: [birch], match: exact }
			  cedars: { terms: [cedar], match: exact }
			rules:
			""";

	private static final String SUM = """
			(said.has("apples") ? 2 : 0) + (body.count("birches") >= 2 ? 3 : said.has("birches") ? 1 : 0)
			      + (body.matches("elm[0-9]") && !body.has("apples") ? 1 : 0) - (body.has("cedars") ? 2 : 1)""";

	private static final List<String> WORDS = List.of("apple", "birch", "another birch", "cedar", "elm7", "\"apple\"");

	@ParameterizedTest
	@ValueSource(strings = { ">= 0", "> 0", ">= 1", "> 1", ">= 2", ">= 3", "> 3", ">= 4" })
	void a_sum_is_reached_by_the_same_texts_however_it_is_written(String reached) {
		Policy policy = policy(LISTS + """
				  - id: sum
				    when: %1$s %2$s
				    then: hold
				  - id: compared
				    when: (%1$s %2$s) == true
				    then: hold
				""".formatted(">-\n      " + SUM, reached).replace("when: (>-\n      ", "when: >-\n      ("));

		for (String text : texts()) {
			assertThat(policy.evaluate(comment(text), REGULAR).matches()).as(text)
				.extracting(match -> match.rule().id())
				.isIn(List.of(), List.of("sum", "compared"));
		}
		assertThat(texts()).extracting(text -> policy.evaluate(comment(text), REGULAR).matches().size())
			.contains(2)
			.contains(0);
	}

	@Test
	void a_sum_that_cannot_be_told_is_told_of_even_if_the_rest_would_not_reach() {
		Policy policy = policy(LISTS + """
				  - id: sum
				    when: '(said.has("apples") ? 1 : 0) + (author.rate("2m") > 5 ? 1 : 0) >= 3'
				    then: hold
				  - { id: others, when: 'body.has("birches") || body.has("cedars")', then: hold }
				""");

		assertThat(policy.evaluate(comment("nothing"), new BrokenRate()).failures())
			.extracting(failure -> failure.rule().id())
			.containsExactly("sum");
	}

	/** Every choice of words. */
	private static List<String> texts() {
		List<String> texts = new ArrayList<>();
		for (int choice = 0; choice < 1 << WORDS.size(); choice++) {
			StringBuilder text = new StringBuilder("We saw");
			for (int i = 0; i < WORDS.size(); i++) {
				text.append(((choice >> i) & 1) != 0 ? " " + WORDS.get(i) : "");
			}
			texts.add(text.append(" there.").toString());
		}
		return texts;
	}

}
