package io.parley.moderation.decision;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;

import io.parley.contract.Decision;
import io.parley.contract.Decision.PublicReason;
import io.parley.contract.DecisionSource;
import io.parley.contract.Hit;
import io.parley.contract.Json;
import io.parley.contract.Verdict;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.author.Counted;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModeratorTest {

	private final Policy policy = Fixture.policy(Fixture.POLICY);

	@Test
	void a_decision_names_its_comment_its_policy_and_the_time_of_the_event() {
		Decision decision = moderate("hello");

		assertThat(decision.commentId()).isEqualTo("c1");
		assertThat(decision.revision()).isEqualTo(1);
		assertThat(decision.ordinal()).isEqualTo(1);
		assertThat(decision.site()).isEqualTo("blog");
		assertThat(decision.threadId()).isEqualTo("t1");
		assertThat(decision.authorKey()).isEqualTo("blog/ann");
		assertThat(decision.source()).isEqualTo(DecisionSource.RULES);
		assertThat(decision.bands()).isEqualTo(policy.bands());
		assertThat(decision.policyHash()).isEqualTo(policy.hash());
		assertThat(decision.moderator()).isNull();
		assertThat(decision.decidedAt()).isEqualTo(Fixture.NOON);
	}

	@ParameterizedTest
	@CsvSource({ "hello, APPROVE, 0", "hold, HOLD, 0", "reject, REJECT, 0", "hold reject, REJECT, 0", "points, HOLD, 6",
			"points more, REJECT, 13", "points more hold, HOLD, 13", "exempt reject hold points, APPROVE, 6" })
	void the_strongest_effect_makes_the_verdict_and_all_points_the_score(String body, Verdict verdict, int score) {
		Decision decision = moderate(body);

		assertThat(decision.verdict()).isEqualTo(verdict);
		assertThat(decision.score()).isEqualTo(score);
	}

	@Test
	void every_match_is_a_hit_whatever_decided() {
		assertThat(moderate("exempt reject points shadow").hits()).extracting(Hit::rule, Hit::points)
			.containsExactly(tuple("exempt", 0), tuple("reject", 0), tuple("points", 6), tuple("shadow-reject", 0));
	}

	@Test
	void a_decision_fits_into_a_record_however_many_rules_a_flooded_text_matches() {
		StringBuilder yaml = new StringBuilder("policy: many\nverdicts: { hold: 5, reject: 10 }\nrules:\n");
		for (int rule = 0; rule < 300; rule++) {
			yaml.append("  - { id: rule-%d, when: 'body.matches(\"flood\") && links.count >= %d', then: hold }%n"
				.formatted(rule, rule));
		}
		Policy many = Fixture.policy(yaml.toString());

		Decision decision = Moderator
			.moderate(Fixture.submitted("c1", "flood https://flood.example.org/ ".repeat(600)), AuthorHistory.none(),
					Surroundings.NONE, _ -> false, many)
			.decision();

		assertThat(decision.hits()).hasSize(300).allSatisfy(hit -> assertThat(hit.spans()).isNotEmpty());
		assertThat(Json.MAPPER.writeValueAsBytes(decision)).hasSizeLessThan(500_000);
	}

	@Test
	void a_shadow_rule_shows_only_what_it_would_do() {
		Decision decision = moderate("shadow");

		assertThat(decision.verdict()).isEqualTo(APPROVE);
		assertThat(decision.shadowVerdict()).isEqualTo(REJECT);
		assertThat(decision.publicReason()).isNull();
	}

	@Test
	void a_live_rule_that_fails_holds_as_the_policy_says_and_is_listed() {
		Decision decision = moderate("broken");

		assertThat(decision.verdict()).isEqualTo(HOLD);
		assertThat(decision.degraded()).extracting(Decision.Degraded::name).containsExactly("broken");
		assertThat(reason(decision).code()).isEqualTo("review");
	}

	@Test
	void an_exemption_goes_before_a_rule_that_fails() {
		assertThat(moderate("broken exempt").verdict()).isEqualTo(APPROVE);
	}

	@Test
	void a_rule_that_fails_softens_nothing() {
		assertThat(moderate("broken reject").verdict()).isEqualTo(REJECT);
	}

	@Test
	void a_shadow_rule_that_fails_only_shows_what_it_would_do() {
		Decision decision = moderate("veiled");

		assertThat(decision.verdict()).isEqualTo(APPROVE);
		assertThat(decision.shadowVerdict()).isEqualTo(HOLD);
		assertThat(decision.degraded()).extracting(Decision.Degraded::name).containsExactly("shadow-broken");
	}

	@Test
	void the_author_is_told_the_reason_of_the_rule_that_decided() {
		assertThat(reason(moderate("points more reject")))
			.isEqualTo(new PublicReason("hate", "Please do not insult others."));
		assertThat(reason(moderate("points more")).code()).as("the first of the points that has a reason")
			.isEqualTo("advertising");
	}

	@Test
	void the_author_is_told_something_general_where_the_rule_has_no_reason() {
		assertThat(reason(moderate("hold points")).code()).isEqualTo("review");
		assertThat(reason(moderate("more")).code()).isEqualTo("review");
	}

	@Test
	void the_author_of_an_approved_comment_is_told_nothing() {
		assertThat(moderate("exempt reject").publicReason()).isNull();
	}

	@Test
	void the_past_of_the_author_counts() {
		AuthorHistory history = AuthorHistory.none().counted(new Counted(REJECT, false, Fixture.NOON));

		Decision decision = Moderator
			.moderate(Fixture.submitted("c1", "hello"), history, Surroundings.NONE, _ -> false, policy)
			.decision();

		assertThat(decision.verdict()).isEqualTo(HOLD);
	}

	private Decision moderate(String body) {
		return Moderator
			.moderate(Fixture.submitted("c1", body), AuthorHistory.none(), Surroundings.NONE, _ -> false, policy)
			.decision();
	}

	private static PublicReason reason(Decision decision) {
		return Objects.requireNonNull(decision.publicReason());
	}

}
