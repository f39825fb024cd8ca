package io.parley.moderation.decision;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;
import static io.parley.moderation.decision.Fixture.LATER;
import static io.parley.moderation.decision.Fixture.bytes;
import static io.parley.moderation.decision.Fixture.edited;
import static io.parley.moderation.decision.Fixture.facts;
import static io.parley.moderation.decision.Fixture.only;
import static io.parley.moderation.decision.Fixture.review;
import static io.parley.moderation.decision.Fixture.submitted;
import static io.parley.moderation.decision.Fixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.Verdict;
import io.parley.moderation.decision.Outcome.Kind;
import org.junit.jupiter.api.Test;

class ModerationFlowTest {

	private final Fixture parley = new Fixture();

	@Test
	void a_new_comment_is_decided_and_counts_for_its_author() {
		assertThat(parley.on(submitted("c1", "reject")).kind()).isEqualTo(Kind.DECIDED);
		Decision second = only(parley.on(submitted("c2", "hello")));

		assertThat(second.verdict()).as("by a known offender").isEqualTo(HOLD);
		parley.assertCounts(0, 1, 1);
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
		parley.assertCounts(1, 0, 0);
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
		parley.assertCounts(0, 1, 0);
		assertThat(parley.ann().asOf(LATER).rate(Duration.ofHours(24))).isEqualTo(1);
	}

	@Test
	void a_revision_that_comes_late_gets_the_decision_in_force() {
		parley.on(submitted("c1", "hello"));
		Decision inForce = only(parley.on(edited("c1", 3, "reject")));

		Outcome late = parley.on(edited("c1", 2, "hello"));

		assertThat(late.kind()).isEqualTo(Kind.REPEATED);
		assertThat(bytes(only(late))).isEqualTo(bytes(inForce));
		parley.assertCounts(0, 0, 1);
	}

	@Test
	void facts_are_known_to_the_next_comment_and_lead_to_no_decision() {
		Outcome told = parley.on(facts("f1", 7, 2));

		assertThat(told.kind()).isEqualTo(Kind.NOTED);
		assertThat(told.decisions()).isEmpty();
		assertThat(only(parley.on(submitted("c1", "hello"))).verdict()).isEqualTo(HOLD);
		parley.assertCounts(7, 1, 2);
	}

	@Test
	void a_withdrawn_comment_is_closed_for_good() {
		parley.on(submitted("c1", "hold"));

		Outcome outcome = parley.on(withdrawn("c1", 2));

		assertThat(outcome.kind()).isEqualTo(Kind.NOTED);
		assertThat(outcome.decisions()).isEmpty();
		parley.assertIgnored(Kind.WITHDRAWN_COMMENT, review("r1", "c1", 1, APPROVE, null));
		parley.assertIgnored(Kind.WITHDRAWN_COMMENT, submitted("c1", "hold"));
		parley.assertIgnored(Kind.WITHDRAWN_COMMENT, withdrawn("c1", 2));
	}

	@Test
	void a_withdrawn_comment_is_no_longer_held_but_what_was_decided_stays_in_the_past() {
		parley.on(submitted("c1", "hello"));
		parley.on(submitted("c2", "hold"));
		parley.on(submitted("c3", "reject"));
		parley.assertCounts(1, 1, 1);

		parley.on(withdrawn("c1", 2));
		parley.on(withdrawn("c2", 2));
		parley.on(withdrawn("c3", 2));

		parley.assertCounts(1, 0, 1);
	}

	@Test
	void a_withdrawal_that_overtakes_its_comment_holds() {
		parley.on(withdrawn("c1", 2));

		parley.assertIgnored(Kind.WITHDRAWN_COMMENT, submitted("c1", "hello"));
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
		return events.stream().flatMap(event -> fixture.on(event).decisions().stream()).map(Fixture::bytes).toList();
	}

}
