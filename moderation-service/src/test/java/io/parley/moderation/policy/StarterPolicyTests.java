package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.REGULAR;
import static io.parley.moderation.policy.PolicyFixture.comment;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.parley.contract.CommentContent;
import io.parley.contract.RuleMode;
import io.parley.moderation.policy.Example.ExampleAuthor;
import io.parley.moderation.text.TermList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StarterPolicyTests {

	private static Policy policy;

	@BeforeAll
	static void readPolicy() throws IOException, PolicyProblemsException {
		policy = PolicyReader.read(PolicySource.starter());
	}

	@Test
	void its_own_tests_pass() {
		List<PolicyTests.Result> results = PolicyTests.run(policy);

		assertThat(results).filteredOn(result -> !result.passed()).isEmpty();
		assertThat(results).extracting(PolicyTests.Result::hit).contains(true, false);
	}

	@Test
	void every_rule_has_tests_of_both_kinds() {
		assertThat(policy.allRules()).allSatisfy(rule -> assertThat(rule.examples()).extracting(Example::hit)
			.as(rule.rule().id())
			.contains(true, false));
	}

	@Test
	void every_rule_has_a_reason_that_can_be_told() {
		assertThat(policy.rules()).allSatisfy(rule -> {
			String reason = rule.reason();
			assertThat(reason).as(rule.id()).isNotNull();
			assertThat(policy.publicReason(String.valueOf(reason))).as(rule.id()).isNotNull();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "The president is a dictator, a butcher and a liar, and his generals belong in The Hague.",
			"This government has blood on its hands. I hope they all lose their seats and go to prison.",
			"The army bombed the station at nine in the morning; forty dead, and the ministry calls it precision.",
			"NATO is a dead club, and the EU is worse. Cowards, all of them!",
			"What a damned shitty treaty. We signed away the harbour for nothing.",
			"Der Kanzler ist ein Feigling, und seine Partei hat das Land verraten.",
			"Власть врёт каждый день, а мы платим за эту войну.", "Lol 😂😂 sure, and pigs fly 🐷",
			"Two thousand kilometres, 300 drones, 4.5 billion dollars: who pays?",
			"Dick Cheney and the mayor of Scunthorpe walk into a bar." })
	void heated_opinion_of_a_newcomer_passes(String opinion) {
		Evaluation evaluation = policy.evaluate(comment(opinion), ExampleAuthor.NEWCOMER);

		assertThat(evaluation.matches()).filteredOn(match -> match.rule().mode() == RuleMode.LIVE).isEmpty();
		assertThat(evaluation.failures()).isEmpty();
	}

	@Test
	void leaving_out_conditions_that_cannot_hold_changes_nothing() {
		Random random = new Random(20261123);
		List<String> pieces = pieces();
		List<AuthorSignals> authors = List.of(REGULAR, ExampleAuthor.NEWCOMER,
				new ExampleAuthor(3, 0, 2, Duration.ofDays(2), false, "", 12),
				new ExampleAuthor(0, 0, 0, Duration.ZERO, true, "staff", 70));
		int matched = 0;
		for (int i = 0; i < 3000; i++) {
			StringBuilder body = new StringBuilder();
			for (int words = random.nextInt(12); words >= 0; words--) {
				body.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(5) == 0 ? ". " : " ");
			}
			CommentContent comment = comment(body.toString());
			AuthorSignals author = authors.get(random.nextInt(authors.size()));

			Evaluation skipping = policy.evaluate(comment, author, Surroundings.NONE, true);

			assertThat(skipping).as(body.toString())
				.isEqualTo(policy.evaluate(comment, author, Surroundings.NONE, false));
			matched += skipping.matches().size();
		}
		assertThat(matched).as("the comments must reach the rules").isGreaterThan(1000);
	}

	private static List<String> pieces() {
		List<String> pieces = new ArrayList<>(List.of("the", "are", "you", "HOW LONG WILL YOU LET THEM LIE", "@kim_1",
				"https://a.example.org/1", "https://bit.ly/x", "+1 202 555 0100", "jo@example.org", "fuck", "fucking",
				"Scheiße", "win.example.com", "“", "https://bank.com@evil.com/", "bit[.]ly/y", "4111 1111 1111 1111",
				"DE89 3704 0044 0532 0130 00", "@mr_banks on Telegram", "12 Orchard Lane", "pаypal", "z\u200Bero",
				"like", "!!!!", "😀", "ты"));
		for (TermList list : policy.vocabulary().lists().values()) {
			pieces.addAll(list.terms().stream().limit(6).toList());
		}
		return pieces;
	}

}
