package io.parley.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Verdict;
import io.parley.local.table.CommentRow;
import org.junit.jupiter.api.Test;

class TallyTest {

	private static final CommentRow ROW = new CommentRow(2, "c1", "t1", "ann", Instant.EPOCH, "Hello", Verdict.HOLD);

	private final Tally tally = new Tally();

	@Test
	void latency_runs_from_the_request_to_the_decision() {
		tally.sent("a", ROW, millis(100));
		tally.decided(held("a"), millis(123));

		assertThat(tally.result().summary()).isEqualTo("sent=1 decided=1 p50=23ms p99=23ms rate=43/s");
	}

	@Test
	void a_decision_may_come_before_the_answer_to_the_request() {
		tally.decided(held("a"), millis(150));
		tally.sent("a", ROW, millis(100));

		assertThat(tally.result().summary()).isEqualTo("sent=1 decided=1 p50=50ms p99=50ms rate=20/s");
	}

	@Test
	void decisions_about_the_comments_of_others_do_not_count() {
		tally.sent("a", ROW, millis(100));
		tally.decided(held("b"), millis(150));
		tally.decided(held("a"), millis(150));
		tally.decided(held("a"), millis(180));

		assertThat(tally.result().decided()).isEqualTo(1);
	}

	@Test
	void waiting_ends_when_no_further_decision_comes() throws InterruptedException {
		tally.sent("a", ROW, millis(100));

		tally.await(TimeUnit.MILLISECONDS.toNanos(20));

		assertThat(tally.result().summary()).isEqualTo("sent=1 decided=0 p50=0ms p99=0ms rate=0/s");
	}

	@Test
	void verdicts_are_set_against_the_right_ones() {
		tally.sent("a", ROW, millis(100));
		tally.decided(held("a"), millis(150));

		assertThat(tally.result().verdicts().summary())
			.isEqualTo("approve: rejected=0 held=0 of 0; hold: caught=1 of 1; reject: rejected=0 caught=0 of 0");
	}

	private static long millis(long millis) {
		return TimeUnit.MILLISECONDS.toNanos(millis);
	}

	private static Decision held(String commentId) {
		return new Decision("d-" + commentId, commentId, 1, 1, "blog", "post", "blog/ada", Verdict.HOLD,
				DecisionSource.RULES, 0, new Decision.Bands(5, 10), "hash", List.of(), Verdict.HOLD, List.of(), null,
				null, null, Instant.EPOCH);
	}

}
