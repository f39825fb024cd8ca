package io.parley.moderation.decision;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;
import static io.parley.moderation.decision.Fixture.NOON;
import static io.parley.moderation.decision.Fixture.sanctioned;
import static io.parley.moderation.decision.Fixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;

import io.parley.contract.AuthorSanctioned;
import io.parley.contract.AuthorSanctioned.Kind;
import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SanctionsTest {

	private final Fixture parley = new Fixture();

	private int comments;

	@Test
	void a_ban_without_an_end_holds_for_ever() {
		impose("b1", Kind.BAN, null, NOON);

		assertThat(commentAt(NOON)).isEqualTo(REJECT);
		assertThat(commentAt(NOON.plusSeconds(1_000_000_000))).isEqualTo(REJECT);
	}

	@Test
	void a_time_out_ends() {
		impose("m1", Kind.MUTE, NOON.plusSeconds(60), NOON);

		assertThat(commentAt(NOON.plusSeconds(59))).isEqualTo(HOLD);
		assertThat(commentAt(NOON.plusSeconds(60))).isEqualTo(APPROVE);
	}

	@Test
	void what_was_written_before_the_moderator_decided_is_not_touched() {
		impose("b1", Kind.BAN, null, NOON);

		assertThat(commentAt(NOON.minusSeconds(1))).isEqualTo(APPROVE);
	}

	@Test
	void a_ban_that_is_lifted_is_over_and_a_time_out_goes_on() {
		impose("b1", Kind.BAN, null, NOON);
		impose("m1", Kind.MUTE, NOON.plusSeconds(3600), NOON);

		impose("b2", Kind.BAN, NOON.plusSeconds(60), NOON.plusSeconds(60));

		assertThat(commentAt(NOON.plusSeconds(61))).isEqualTo(HOLD);
	}

	@Test
	void a_sanction_that_comes_again_or_late_changes_nothing() {
		AuthorSanctioned ban = sanctioned("b1", Kind.BAN, null, NOON);
		parley.on(ban);
		impose("b2", Kind.BAN, NOON, NOON.plusSeconds(1));
		Map<String, String> before = parley.stored();

		parley.on(ban);

		assertThat(parley.stored()).isEqualTo(before);
	}

	private void impose(String id, Kind kind, @Nullable Instant until, Instant at) {
		assertThat(parley.on(sanctioned(id, kind, until, at)).decisions()).isEmpty();
	}

	private Verdict commentAt(Instant time) {
		// A fresh author's words, so that nothing but the sanction decides.
		return parley.on(submitted("c" + comments++, "hello", time)).decisions().getFirst().verdict();
	}

}
