package io.parley.local.table;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contract.Verdict;
import org.junit.jupiter.api.Test;

class VerdictTableTest {

	private final VerdictTable table = new VerdictTable();

	@Test
	void the_summary_tells_harm_to_right_comments_and_what_of_the_wrong_ones_was_caught() {
		count(APPROVE, APPROVE, 10);
		count(APPROVE, HOLD, 3);
		count(APPROVE, REJECT, 1);
		count(HOLD, APPROVE, 2);
		count(HOLD, HOLD, 4);
		count(HOLD, REJECT, 5);
		count(REJECT, APPROVE, 6);
		count(REJECT, HOLD, 7);
		count(REJECT, REJECT, 8);

		assertThat(table.summary())
			.isEqualTo("approve: rejected=1 held=3 of 14; hold: caught=9 of 11; reject: rejected=8 caught=15 of 21");
	}

	@Test
	void the_table_sets_verdicts_against_the_right_ones() {
		count(APPROVE, HOLD, 3);
		count(REJECT, REJECT, 12);
		table.count(null, HOLD);

		assertThat(table.compares()).isTrue();
		assertThat(table.render().lines()).containsExactly(//
				"expected      approve       hold     reject", //
				"approve             0          3          0", //
				"hold                0          0          0", //
				"reject              0          0         12", //
				"all                 0          4         12");
	}

	@Test
	void without_right_verdicts_there_are_only_sums() {
		table.count(null, APPROVE);

		assertThat(table.compares()).isFalse();
		assertThat(table.render().lines()).containsExactly(//
				"              approve       hold     reject", //
				"all                 1          0          0");
	}

	private void count(Verdict expected, Verdict verdict, int times) {
		for (int i = 0; i < times; i++) {
			table.count(expected, verdict);
		}
	}

}
