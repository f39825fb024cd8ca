package io.parley.moderation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionIdTest {

	@Test
	void what_led_to_a_decision_names_it_for_ever() {
		assertThat(DecisionId.of("c1", 1, "p1", "rules")).isEqualTo("49843abe216578f133c336c65b05807b");
	}

	@Test
	void each_part_makes_another_id() {
		assertThat(DecisionId.of("c1", 1, "p1", "rules")).isNotEqualTo(DecisionId.of("c2", 1, "p1", "rules"))
			.isNotEqualTo(DecisionId.of("c1", 2, "p1", "rules"))
			.isNotEqualTo(DecisionId.of("c1", 1, "p2", "rules"))
			.isNotEqualTo(DecisionId.of("c1", 1, "p1", "review"));
	}

	@Test
	void parts_do_not_run_into_each_other() {
		assertThat(DecisionId.of("c", 11, "p", "rules")).isNotEqualTo(DecisionId.of("c1", 1, "p", "rules"));
		assertThat(DecisionId.of("c", 1, "p", "rules")).isNotEqualTo(DecisionId.of("c", 1, "pr", "ules"));
	}

}
