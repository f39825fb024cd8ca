package io.parley.moderation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.parley.contract.Decision.Degraded;
import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.moderation.policy.Evaluation;
import io.parley.moderation.policy.Evaluation.Failure;
import io.parley.moderation.policy.Match;
import io.parley.moderation.policy.Rule;
import org.junit.jupiter.api.Test;

class FindingsTest {

	private static final Rule LIVE = new Rule("live", RuleMode.LIVE, Effect.SCORE, 4, "spam");

	private static final Rule SHADOW = new Rule("shadow", RuleMode.SHADOW, Effect.SCORE, 6, null);

	@Test
	void every_match_is_a_hit_and_only_live_ones_bring_points() {
		Hit.Span span = new Hit.Span("body", 0, 4, "spam", "pill");
		Findings findings = Findings
			.of(() -> new Evaluation(List.of(new Match(LIVE, List.of(span), Map.of("links.count", 2)),
					new Match(SHADOW, List.of(), Map.of())), List.of()));

		assertThat(findings.hits()).containsExactly(
				new Hit("live", RuleMode.LIVE, Effect.SCORE, 4, "spam", List.of(span), Map.of("links.count", 2)),
				new Hit("shadow", RuleMode.SHADOW, Effect.SCORE, 0, null, List.of(), Map.of()));
		assertThat(findings.live()).containsExactly(LIVE);
		assertThat(findings.liveAndShadow()).containsExactly(LIVE, SHADOW);
	}

	@Test
	void a_live_rule_that_fails_leaves_the_verdict_unknown() {
		Findings findings = Findings.of(() -> new Evaluation(List.of(), List.of(new Failure(LIVE, "no signal"))));

		assertThat(findings.unknownLive()).isTrue();
		assertThat(findings.degraded()).containsExactly(new Degraded("live", "no signal"));
	}

	@Test
	void a_shadow_rule_that_fails_is_shown_and_has_no_effect() {
		Findings findings = Findings.of(() -> new Evaluation(List.of(), List.of(new Failure(SHADOW, "no signal"))));

		assertThat(findings.unknownLive()).isFalse();
		assertThat(findings.degraded()).containsExactly(new Degraded("shadow", "no signal"));
	}

	@Test
	void a_policy_that_throws_is_unknown_as_a_whole() {
		Findings findings = Findings.of(() -> {
			throw new IllegalStateException("out of order");
		});

		assertThat(findings.unknownLive()).isTrue();
		assertThat(findings.degraded())
			.containsExactly(new Degraded("policy", "java.lang.IllegalStateException: out of order"));
	}

}
