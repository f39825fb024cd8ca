package io.parley.moderation.decision;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static io.parley.moderation.decision.Fixture.edited;
import static io.parley.moderation.decision.Fixture.facts;
import static io.parley.moderation.decision.Fixture.review;
import static io.parley.moderation.decision.Fixture.submitted;
import static io.parley.moderation.decision.Fixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.parley.contract.Decision;
import io.parley.contract.Decision.PublicReason;
import io.parley.contract.DecisionSource;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.PolicyActivated;
import io.parley.contract.Verdict;
import io.parley.moderation.decision.Outcome.Kind;
import org.apache.kafka.common.header.internals.RecordHeaders;
import io.parley.moderation.policy.AuthorSignals;
import io.parley.moderation.policy.Policy;
import org.junit.jupiter.api.Test;

class ModerationFlowTest {

	private static final Instant LATER = Fixture.NOON.plusSeconds(3600);

	private final Fixture parley = new Fixture();

	@Test
	void a_new_comment_is_decided_and_counts_for_its_author() {
		assertThat(parley.on(submitted("c1", "reject")).kind()).isEqualTo(Kind.DECIDED);
		Decision second = only(parley.on(submitted("c2", "hello")));

		assertThat(second.verdict()).as("by a known offender").isEqualTo(HOLD);
		assertCounts(0, 1, 1);
	}

	@Test
	void a_comment_counts_towards_the_rate_at_which_its_author_writes() {
		parley.on(submitted("c1", "hello"));
		parley.on(submitted("c2", "hello", Fixture.NOON.minusSeconds(59)));

		assertThat(only(parley.on(submitted("c3", "hello"))).verdict()).isEqualTo(HOLD);
	}

	@Test
	void a_comment_that_comes_again_gets_the_very_same_decision_and_changes_nothing() {
		Decision first = only(parley.on(submitted("c1", "points")));
		Map<String, String> before = parley.stored();

		Outcome again = parley.on(submitted("c1", "points"));

		assertThat(again.kind()).isEqualTo(Kind.REPEATED);
		assertThat(bytes(only(again))).isEqualTo(bytes(first));
		assertThat(parley.stored()).isEqualTo(before);
	}

	@Test
	void an_edit_is_decided_anew_and_moves_the_count() {
		parley.on(submitted("c1", "reject"));

		Decision decision = only(parley.on(edited("c1", 2, "hello")));

		assertThat(decision.verdict()).as("its own past is not held against it").isEqualTo(APPROVE);
		assertThat(decision.revision()).isEqualTo(2);
		assertThat(decision.ordinal()).isEqualTo(1);
		assertCounts(1, 0, 0);
	}

	@Test
	void an_edit_is_no_further_submission() {
		parley.on(submitted("c1", "hello"));
		parley.on(edited("c1", 2, "hello"));

		assertThat(parley.ann().asOf(LATER).rate(Duration.ofHours(24))).isEqualTo(1);
	}

	@Test
	void an_edit_whose_comment_was_never_seen_is_decided_like_a_new_one() {
		assertThat(only(parley.on(edited("c1", 2, "points"))).verdict()).isEqualTo(HOLD);
		assertCounts(0, 1, 0);
		assertThat(parley.ann().asOf(LATER).rate(Duration.ofHours(24))).isEqualTo(1);
	}

	@Test
	void a_revision_that_comes_late_gets_the_decision_in_force() {
		parley.on(submitted("c1", "hello"));
		Decision inForce = only(parley.on(edited("c1", 3, "reject")));

		Outcome late = parley.on(edited("c1", 2, "hello"));

		assertThat(late.kind()).isEqualTo(Kind.REPEATED);
		assertThat(bytes(only(late))).isEqualTo(bytes(inForce));
		assertCounts(0, 0, 1);
	}

	@Test
	void facts_are_known_to_the_next_comment_and_lead_to_no_decision() {
		Outcome told = parley.on(facts("f1", 7, 2));

		assertThat(told.kind()).isEqualTo(Kind.NOTED);
		assertThat(told.decisions()).isEmpty();
		assertThat(only(parley.on(submitted("c1", "hello"))).verdict()).isEqualTo(HOLD);
		assertCounts(7, 1, 2);
	}

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
		assertCounts(0, 1, 0);

		Decision decision = only(parley.on(review("r1", "c1", 1, APPROVE, null)));

		assertThat(decision.publicReason()).isNull();
		assertCounts(1, 0, 0);
	}

	@Test
	void a_review_that_confirms_is_a_decision_too() {
		parley.on(submitted("c1", "hold"));

		Outcome outcome = parley.on(review("r1", "c1", 1, HOLD, null));

		assertThat(outcome.kind()).isEqualTo(Kind.DECIDED);
		assertThat(only(outcome).source()).isEqualTo(DecisionSource.MODERATOR);
		assertCounts(0, 1, 0);
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
		assertCounts(1, 0, 0);
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

		assertIgnored(Kind.REPEATED_REVIEW, review("r1", "c1", 1, REJECT, "hate"));
	}

	@Test
	void a_review_of_a_comment_that_was_never_seen_is_ignored() {
		assertIgnored(Kind.UNKNOWN_COMMENT, review("r1", "c1", 1, APPROVE, null));
	}

	@Test
	void a_review_of_a_text_that_was_edited_since_is_ignored() {
		parley.on(submitted("c1", "hold"));
		parley.on(edited("c1", 2, "hold"));

		assertIgnored(Kind.OTHER_REVISION, review("r1", "c1", 1, APPROVE, null));
	}

	@Test
	void an_edit_after_a_review_is_moderated_anew() {
		parley.on(submitted("c1", "hold"));
		parley.on(review("r1", "c1", 1, APPROVE, null));

		Decision decision = only(parley.on(edited("c1", 2, "reject")));

		assertThat(decision.source()).isEqualTo(DecisionSource.RULES);
		assertThat(decision.verdict()).isEqualTo(REJECT);
		assertCounts(0, 0, 1);
	}

	@Test
	void a_comment_that_comes_again_after_a_review_gets_the_moderators_decision() {
		parley.on(submitted("c1", "hold"));
		Decision byModerator = only(parley.on(review("r1", "c1", 1, APPROVE, null)));

		assertThat(bytes(only(parley.on(submitted("c1", "hold"))))).isEqualTo(bytes(byModerator));
	}

	@Test
	void a_withdrawn_comment_is_closed_for_good() {
		parley.on(submitted("c1", "hold"));

		Outcome outcome = parley.on(withdrawn("c1", 2));

		assertThat(outcome.kind()).isEqualTo(Kind.NOTED);
		assertThat(outcome.decisions()).isEmpty();
		assertIgnored(Kind.WITHDRAWN_COMMENT, review("r1", "c1", 1, APPROVE, null));
		assertIgnored(Kind.WITHDRAWN_COMMENT, submitted("c1", "hold"));
		assertIgnored(Kind.WITHDRAWN_COMMENT, withdrawn("c1", 2));
	}

	@Test
	void a_withdrawn_comment_is_no_longer_held_but_what_was_decided_stays_in_the_past() {
		parley.on(submitted("c1", "hello"));
		parley.on(submitted("c2", "hold"));
		parley.on(submitted("c3", "reject"));
		assertCounts(1, 1, 1);

		parley.on(withdrawn("c1", 2));
		parley.on(withdrawn("c2", 2));
		parley.on(withdrawn("c3", 2));

		assertCounts(1, 0, 1);
	}

	@Test
	void a_withdrawal_that_overtakes_its_comment_holds() {
		parley.on(withdrawn("c1", 2));

		assertIgnored(Kind.WITHDRAWN_COMMENT, submitted("c1", "hello"));
	}

	@Test
	void an_activated_policy_decides_about_what_comes_after_it() {
		Policy stricter = parley.publish("""
				policy: stricter
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: greeting, when: body.matches("hello"), then: hold }
				""");
		Decision before = only(parley.on(submitted("c1", "hello")));
		parley.on(new PolicyActivated(stricter.hash(), stricter.name(), Fixture.NOON));
		Decision after = only(parley.on(submitted("c2", "hello")));

		assertThat(before.verdict()).isEqualTo(APPROVE);
		assertThat(after.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(after.policyHash()).isEqualTo(stricter.hash()).isNotEqualTo(before.policyHash());
		assertThat(parley.on(submitted("c1", "hello")).decisions()).containsExactly(before);
	}

	@Test
	void an_activation_that_is_delivered_again_does_not_put_an_old_policy_into_force() {
		Policy first = parley.publish("""
				policy: first
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: greeting, when: body.matches("hello"), then: hold }
				""");
		Policy second = parley.publish("""
				policy: second
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: greeting, when: body.matches("hello"), then: reject }
				""");
		PolicyActivated old = new PolicyActivated(first.hash(), first.name(), Fixture.NOON);
		parley.on(old);
		// By a clock that is slow: the order of the log counts, not the time.
		parley.on(new PolicyActivated(second.hash(), second.name(), Fixture.NOON.minusSeconds(5)));

		parley.on(old);
		assertThat(only(parley.on(submitted("c1", "hello"))).policyHash()).isEqualTo(second.hash());

		parley.on(new PolicyActivated(first.hash(), first.name(), Fixture.NOON.plusSeconds(5)));
		assertThat(only(parley.on(submitted("c2", "hello"))).policyHash()).as("activated once more")
			.isEqualTo(first.hash());
	}

	@Test
	void activations_of_long_ago_are_forgotten() {
		Policy policy = parley.publish(Fixture.POLICY);
		for (int i = 0; i < 100; i++) {
			parley.on(new PolicyActivated(policy.hash(), policy.name(), Fixture.NOON.plusSeconds(i)));
		}

		assertThat(parley.activations().ids()).hasSize(32).last().asString().endsWith("@2026-03-01T12:01:39Z");
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

	@Test
	void the_same_events_give_the_same_bytes() {
		List<ModerationInput> events = new ArrayList<>();
		List<String> bodies = List.of("hello", "points", "points more shadow", "reject", "hold broken", "exempt");
		for (int i = 0; i < 60; i++) {
			String id = "c" + i;
			events.add(submitted(id, bodies.get(i % bodies.size()), Fixture.NOON.plusSeconds(i * 7L % 50)));
			switch (i % 5) {
				case 0 -> events.add(edited(id, 2, bodies.get((i + 1) % bodies.size())));
				case 1 -> events.add(review("r" + i, id, 1, Verdict.REJECT, "hate"));
				case 2 -> events.add(facts("f" + i, i, null));
				case 3 -> events.add(withdrawn(id, 2));
				default -> events.add(submitted(id, bodies.get(i % bodies.size())));
			}
		}

		assertThat(run(events)).hasSizeGreaterThan(60).isEqualTo(run(events));
	}

	private static List<String> run(List<ModerationInput> events) {
		Fixture fixture = new Fixture();
		return events.stream()
			.flatMap(event -> fixture.on(event).decisions().stream())
			.map(ModerationFlowTest::bytes)
			.toList();
	}

	private void assertIgnored(Kind kind, ModerationInput event) {
		Map<String, String> before = parley.stored();

		assertThat(parley.on(event)).isEqualTo(new Outcome(kind, List.of()));
		assertThat(parley.stored()).isEqualTo(before);
	}

	private void assertCounts(int approved, int held, int rejected) {
		AuthorSignals ann = parley.ann().asOf(LATER);
		assertThat(List.of(ann.approved(), ann.held(), ann.rejected())).as("approved, held, rejected")
			.containsExactly(approved, held, rejected);
	}

	private static Decision only(Outcome outcome) {
		assertThat(outcome.decisions()).hasSize(1);
		return outcome.decisions().getFirst();
	}

	/** The wire form: headers and value. */
	private static String bytes(Decision decision) {
		RecordHeaders headers = new RecordHeaders();
		byte[] value = new EventSerde<>(Decision.class).serializer().serialize("decisions", headers, decision);
		return headers + new String(value, UTF_8);
	}

}
