package io.parley.moderation.decision;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;
import static io.parley.moderation.decision.Fixture.bytes;
import static io.parley.moderation.decision.Fixture.edited;
import static io.parley.moderation.decision.Fixture.only;
import static io.parley.moderation.decision.Fixture.review;
import static io.parley.moderation.decision.Fixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.Map;

import io.parley.contract.Decision.PublicReason;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.PolicyActivated;
import io.parley.moderation.decision.Outcome.Kind;
import io.parley.moderation.policy.Policy;
import org.junit.jupiter.api.Test;

/** What moderators decide. */
class ReviewFlowTest {

	private final Fixture parley = new Fixture();

	@Test
	void a_moderator_overrides_the_rules_and_keeps_what_they_found() {
		Decision automatic = only(parley.on(submitted("c1", "points shadow")));

		Decision decision = only(parley.on(review("r1", "c1", 1, REJECT, "hate")));

		assertThat(decision.source()).isEqualTo(DecisionSource.MODERATOR);
		assertThat(decision.moderator()).isEqualTo("Mo");
		assertThat(decision.verdict()).isEqualTo(REJECT);
		assertThat(decision.ordinal()).isEqualTo(2);
		assertThat(decision.decidedAt()).isEqualTo(review("r1", "c1", 1, REJECT, "hate").reviewedAt());
		assertThat(decision.publicReason()).isEqualTo(new PublicReason("hate", "Please do not insult others."));
		assertThat(decision.decisionId()).isNotEqualTo(automatic.decisionId());
		assertThat(decision).usingRecursiveComparison()
			.comparingOnlyFields("commentId", "revision", "site", "threadId", "authorKey", "score", "bands",
					"policyHash", "hits", "shadowVerdict", "degraded")
			.isEqualTo(automatic);
	}

	@Test
	void a_held_comment_that_a_moderator_approves_counts_as_approved() {
		parley.on(submitted("c1", "hold"));
		parley.assertCounts(0, 1, 0);

		Decision decision = only(parley.on(review("r1", "c1", 1, APPROVE, null)));

		assertThat(decision.publicReason()).isNull();
		parley.assertCounts(1, 0, 0);
	}

	@Test
	void a_review_that_confirms_is_a_decision_too() {
		parley.on(submitted("c1", "hold"));

		Outcome outcome = parley.on(review("r1", "c1", 1, HOLD, null));

		assertThat(outcome.kind()).isEqualTo(Kind.DECIDED);
		assertThat(only(outcome).source()).isEqualTo(DecisionSource.MODERATOR);
		parley.assertCounts(0, 1, 0);
	}

	@Test
	void a_reason_that_the_policy_does_not_know_is_told_in_general_words() {
		parley.on(submitted("c1", "hold"));

		assertThat(only(parley.on(review("r1", "c1", 1, REJECT, "no-such-code"))).publicReason())
			.isEqualTo(new PublicReason("rules", "Your comment does not follow the rules of this site."));
	}

	@Test
	void a_later_review_overrides_an_earlier_one() {
		parley.on(submitted("c1", "hold"));
		parley.on(review("r1", "c1", 1, REJECT, "hate"));

		Decision decision = only(parley.on(review("r2", "c1", 1, APPROVE, null)));

		assertThat(decision.ordinal()).isEqualTo(3);
		parley.assertCounts(1, 0, 0);
	}

	@Test
	void the_last_review_that_comes_again_gets_the_very_same_decision() {
		parley.on(submitted("c1", "hold"));
		Decision first = only(parley.on(review("r1", "c1", 1, REJECT, "hate")));
		Map<String, String> before = parley.stored();

		Outcome again = parley.on(review("r1", "c1", 1, REJECT, "hate"));

		assertThat(again.kind()).isEqualTo(Kind.REPEATED);
		assertThat(bytes(only(again))).isEqualTo(bytes(first));
		assertThat(parley.stored()).isEqualTo(before);
	}

	@Test
	void an_earlier_review_that_comes_again_is_ignored() {
		parley.on(submitted("c1", "hold"));
		parley.on(review("r1", "c1", 1, REJECT, "hate"));
		parley.on(review("r2", "c1", 1, APPROVE, null));

		parley.assertIgnored(Kind.REPEATED_REVIEW, review("r1", "c1", 1, REJECT, "hate"));
	}

	@Test
	void a_review_of_a_comment_that_was_never_seen_is_ignored() {
		parley.assertIgnored(Kind.UNKNOWN_COMMENT, review("r1", "c1", 1, APPROVE, null));
	}

	@Test
	void a_review_of_a_text_that_was_edited_since_is_ignored() {
		parley.on(submitted("c1", "hold"));
		parley.on(edited("c1", 2, "hold"));

		parley.assertIgnored(Kind.OTHER_REVISION, review("r1", "c1", 1, APPROVE, null));
	}

	@Test
	void an_edit_after_a_review_is_moderated_anew() {
		parley.on(submitted("c1", "hold"));
		parley.on(review("r1", "c1", 1, APPROVE, null));

		Decision decision = only(parley.on(edited("c1", 2, "reject")));

		assertThat(decision.source()).isEqualTo(DecisionSource.RULES);
		assertThat(decision.verdict()).isEqualTo(REJECT);
		parley.assertCounts(0, 0, 1);
	}

	@Test
	void a_comment_that_comes_again_after_a_review_gets_the_moderators_decision() {
		parley.on(submitted("c1", "hold"));
		Decision byModerator = only(parley.on(review("r1", "c1", 1, APPROVE, null)));

		assertThat(bytes(only(parley.on(submitted("c1", "hold"))))).isEqualTo(bytes(byModerator));
	}

	@Test
	void a_moderators_reason_is_told_in_the_language_of_the_comment() {
		Policy polyglot = parley.publish("""
				policy: polyglot
				verdicts: { hold: 5, reject: 10 }
				reasons:
				  hate: { en: Please do not insult others., de: Bitte niemanden beleidigen. }
				rules:
				  - { id: weather, when: body.matches("etter|eather"), then: hold }
				""");
		parley.on(new PolicyActivated(polyglot.hash(), polyglot.name(), Fixture.NOON));
		parley.on(submitted("c1", "Das Wetter ist heute wieder sehr schlecht und ich bleibe lieber zu Hause."));
		parley.on(submitted("c2", "The weather is bad again and I would rather stay at home with a book."));

		assertThat(only(parley.on(review("r1", "c1", 1, REJECT, "hate"))).publicReason())
			.isEqualTo(new PublicReason("hate", "Bitte niemanden beleidigen."));
		assertThat(only(parley.on(review("r2", "c2", 1, REJECT, "hate"))).publicReason())
			.isEqualTo(new PublicReason("hate", "Please do not insult others."));
	}

	@Test
	void what_is_remembered_of_a_comment_stays_small() {
		parley.on(submitted("c1", "hold"));
		for (int i = 0; i < 100; i++) {
			parley.on(review("r" + i, "c1", 1, APPROVE, null));
		}

		assertThat(parley.comment("c1")).extracting(CommentRecord::reviewIds)
			.asInstanceOf(LIST)
			.hasSize(16)
			.endsWith("r98", "r99");
	}

}
