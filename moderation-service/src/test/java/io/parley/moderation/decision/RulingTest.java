package io.parley.moderation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

import io.parley.contract.Decision.Bands;
import io.parley.contract.Effect;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulingTest {

	private static final Rule EXEMPTS = rule("exempts", Effect.APPROVE, 0);

	private static final Rule REJECTS = rule("rejects", Effect.REJECT, 0);

	private static final Rule HOLDS = rule("holds", Effect.HOLD, 0);

	@Test
	void nothing_that_matches_means_approval() {
		assertThat(ruling()).isEqualTo(new Ruling(Verdict.APPROVE, 0, List.of()));
	}

	@Test
	void an_exemption_goes_before_everything() {
		assertThat(ruling(REJECTS, HOLDS, points(12), EXEMPTS)).isEqualTo(new Ruling(Verdict.APPROVE, 12, List.of()));
	}

	@Test
	void an_exemption_goes_before_what_is_unknown() {
		assertThat(Ruling.of(List.of(EXEMPTS), new Bands(5, 10), Verdict.REJECT).verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void a_rejection_goes_before_a_hold_in_whatever_order() {
		assertThat(ruling(HOLDS, REJECTS)).isEqualTo(new Ruling(Verdict.REJECT, 0, List.of(REJECTS)));
	}

	@Test
	void a_hold_goes_before_a_score_that_would_reject() {
		assertThat(ruling(points(12), HOLDS)).isEqualTo(new Ruling(Verdict.HOLD, 12, List.of(HOLDS)));
	}

	@ParameterizedTest
	@CsvSource({ "4, APPROVE", "5, HOLD", "9, HOLD", "10, REJECT" })
	void a_band_begins_at_its_score(int score, Verdict verdict) {
		assertThat(ruling(points(score)).verdict()).isEqualTo(verdict);
	}

	@Test
	void points_add_up_and_the_rule_with_most_of_them_decides_first() {
		assertThat(ruling(points(3), points(7)))
			.isEqualTo(new Ruling(Verdict.REJECT, 10, List.of(points(7), points(3))));
	}

	@Test
	void what_is_unknown_lifts_a_milder_verdict_and_no_rule_has_decided_it() {
		assertThat(Ruling.of(List.of(points(3)), new Bands(5, 10), Verdict.HOLD))
			.isEqualTo(new Ruling(Verdict.HOLD, 3, List.of()));
	}

	@Test
	void what_is_unknown_leaves_a_stronger_verdict() {
		assertThat(Ruling.of(List.of(REJECTS), new Bands(5, 10), Verdict.HOLD))
			.isEqualTo(new Ruling(Verdict.REJECT, 0, List.of(REJECTS)));
	}

	private static Ruling ruling(Rule... matched) {
		return Ruling.of(Arrays.asList(matched), new Bands(5, 10), Verdict.APPROVE);
	}

	private static Rule points(int score) {
		return rule("points-" + score, Effect.SCORE, score);
	}

	private static Rule rule(String id, Effect effect, int score) {
		return new Rule(id, RuleMode.LIVE, effect, score, null);
	}

}
