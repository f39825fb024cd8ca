package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import io.parley.contract.CommentContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedOfOthersTests {

	private static final CommentContent COMMENT = PolicyFixture.comment("Peace now, I say.");

	@ParameterizedTest
	@CsvSource({ "thread.newAuthors >= 10, 9, 10, true", "thread.newAuthors >= 10, 10, 70, false",
			"10 < thread.newAuthors, 10, 15, true", "thread.newAuthors == 15, 10, 20, false",
			"thread.newAuthors == 15, 15, 20, true", "thread.newAuthors * 2 > 100, 5, 7, true",
			"body.length > 3, 5, 7, false" })
	void facts_on_the_same_side_of_all_thresholds_are_alike(String condition, int one, int other, boolean differ) {
		Policy policy = PolicyFixture.ruleWhen(condition);

		assertThat(policy.tellsApart(thread(one), thread(other))).isEqualTo(differ);
	}

	@Test
	void an_exception_of_a_rule_is_part_of_it() {
		Policy policy = PolicyFixture.policy("""
				policy: one rule
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - id: rule
				    when: body.has("peace")
				    unless: thread.newAuthors > 20
				    then: hold
				lists:
				  peace: { terms: [peace] }
				""");

		assertThat(policy.tellsApart(thread(15), thread(20))).isFalse();
		assertThat(policy.tellsApart(thread(20), thread(30))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "thread.newAuthors >= 10 && thread.pace > 1.5",
			"thread.heldShare < 0.3 || body.length > 900", "!(thread.pace >= 2.0) && campaign.authors > 2",
			"campaign.id != \"\" && campaign.size >= 3", "campaign.confirmed || campaign.similarity >= 0.5",
			"campaign.minutes <= 5 ? thread.pace > 1.0 : false", "double(campaign.size) / 2.0 > thread.pace",
			"thread.newAuthors in [5, 10, 20] || campaign.minutes in [1, 2]" })
	void a_rule_gives_the_same_for_all_others_that_it_does_not_tell_apart(String condition) throws Exception {
		Policy policy = PolicyFixture.ruleWhen("'" + condition + "'");
		Random random = new Random(condition.hashCode());
		int alike = 0;
		int different = 0;
		for (int i = 0; i < 2000; i++) {
			Surroundings one = any(random);
			Surroundings other = any(random);
			boolean differ = matches(policy, one) != matches(policy, other);
			if (!policy.tellsApart(one, other)) {
				alike++;
				assertThat(differ).as("%s, %s", one, other).isFalse();
			}
			different += differ ? 1 : 0;
		}
		assertThat(alike).isPositive();
		assertThat(different).isPositive();
	}

	private static boolean matches(Policy policy, Surroundings surroundings) {
		return !policy.evaluate(COMMENT, PolicyFixture.REGULAR, surroundings).matches().isEmpty();
	}

	private static Surroundings thread(int newAuthors) {
		return Surroundings.NONE.in(new ThreadFacts(1, newAuthors, 0.1));
	}

	private static Surroundings any(Random random) {
		int size = random.nextInt(5);
		CampaignFacts campaign = (size == 0) ? CampaignFacts.NONE : new CampaignFacts("c" + random.nextInt(2),
				1 + random.nextInt(size), size, random.nextInt(3) / 2.0, random.nextInt(7), random.nextInt(4) == 0);
		return new Surroundings(campaign,
				new ThreadFacts(random.nextInt(6) / 2.0, 5 * random.nextInt(5), random.nextInt(4) / 10.0));
	}

}
