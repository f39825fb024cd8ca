package io.parley.moderation.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.Json;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.AuthorSignals;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorHistoryTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	@Test
	void a_new_author_has_no_past() {
		AuthorSignals signals = AuthorHistory.none().asOf(NOON);

		assertThat(signals.approved()).isZero();
		assertThat(signals.held()).isZero();
		assertThat(signals.rejected()).isZero();
		assertThat(signals.age()).isZero();
		assertThat(signals.rate(Duration.ofHours(1))).isZero();
		assertThat(signals.role()).isEmpty();
		assertThat(signals.trusted()).isFalse();
	}

	@Test
	void a_comment_counts_under_its_verdict_and_moves_when_that_changes() {
		AuthorHistory history = AuthorHistory.none().counted(Verdict.HOLD).counted(Verdict.REJECT);

		AuthorSignals signals = history.uncounted(Verdict.HOLD).counted(Verdict.APPROVE).asOf(NOON);

		assertThat(signals.approved()).isEqualTo(1);
		assertThat(signals.held()).isZero();
		assertThat(signals.rejected()).isEqualTo(1);
	}

	@Test
	void a_count_never_falls_below_zero() {
		assertThat(AuthorHistory.none().uncounted(Verdict.REJECT).rejected()).isZero();
	}

	@Test
	void a_count_stays_at_the_largest_number_there_is() {
		AuthorHistory history = AuthorHistory.none().told(facts("f1", Integer.MAX_VALUE, null));

		assertThat(history.counted(Verdict.APPROVE).approved()).isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	void a_told_count_replaces_ours_which_goes_on_from_there() {
		AuthorHistory history = AuthorHistory.none().counted(Verdict.APPROVE).counted(Verdict.REJECT);

		AuthorHistory told = history.told(facts("f1", 40, null)).counted(Verdict.APPROVE);

		assertThat(told.approved()).isEqualTo(41);
		assertThat(told.rejected()).as("not told").isEqualTo(1);
	}

	@Test
	void the_same_facts_told_again_change_nothing() {
		AuthorHistory history = AuthorHistory.none().told(facts("f1", 40, "staff")).counted(Verdict.APPROVE);

		assertThat(history.told(facts("f1", 40, "staff"))).isEqualTo(history);
	}

	@Test
	void facts_that_arrive_after_later_ones_change_nothing() {
		AuthorFacts earlier = new AuthorFacts("f1", "blog", "blog/ann", "ann", null, "staff", 1, null, null, NOON);
		AuthorFacts later = new AuthorFacts("f2", "blog", "blog/ann", "ann", null, "member", 7, null, null,
				NOON.plusMillis(1));
		AuthorHistory history = AuthorHistory.none().told(later);

		assertThat(history.told(earlier)).isEqualTo(history);
		assertThat(AuthorHistory.none().told(earlier).told(later)).isEqualTo(history);
	}

	@Test
	void what_the_platform_does_not_tell_stays_as_it_was() {
		AuthorHistory history = AuthorHistory.none()
			.introduced(new Author("blog/ann", "ann", null, NOON.minus(Duration.ofDays(9)), "trusted"))
			.introduced(new Author("blog/ann", "ann", null, null, null))
			.told(facts("f1", null, null));

		assertThat(history.asOf(NOON).age()).isEqualTo(Duration.ofDays(9));
		assertThat(history.asOf(NOON).role()).isEqualTo("trusted");
	}

	@Test
	void age_counts_from_the_first_comment_while_the_registration_is_unknown() {
		AuthorHistory history = AuthorHistory.none()
			.submitted(NOON.minus(Duration.ofHours(2)))
			.submitted(NOON.minus(Duration.ofHours(5)))
			.submitted(NOON);

		assertThat(history.asOf(NOON).age()).isEqualTo(Duration.ofHours(5));
	}

	@Test
	void age_is_zero_for_a_registration_in_the_future() {
		AuthorHistory history = AuthorHistory.none()
			.introduced(new Author("blog/ann", "ann", null, NOON.plusSeconds(60), null));

		assertThat(history.asOf(NOON).age()).isZero();
	}

	@Test
	void rate_counts_the_submissions_of_the_window_by_event_time_in_whatever_order_they_came() {
		AuthorHistory history = AuthorHistory.none()
			.submitted(NOON)
			.submitted(NOON.minus(Duration.ofMinutes(59)))
			.submitted(NOON.plus(Duration.ofMinutes(1)))
			.submitted(NOON.minus(Duration.ofMinutes(60)))
			.submitted(NOON.minus(Duration.ofMinutes(61)));

		assertThat(history.asOf(NOON).rate(Duration.ofHours(1))).as("neither the future nor the window's start")
			.isEqualTo(2);
		assertThat(history.asOf(NOON).rate(Duration.ofHours(2))).isEqualTo(4);
		assertThat(history.recent()).isSorted();
	}

	@Test
	void only_the_latest_submissions_are_kept() {
		AuthorHistory history = IntStream.range(0, 100)
			.boxed()
			.reduce(AuthorHistory.none(), (known, i) -> known.submitted(NOON.plusSeconds((i * 37) % 100)),
					(first, _) -> first);

		assertThat(history.recent()).hasSize(AuthorSignals.LARGEST_RATE)
			.startsWith(NOON.plusSeconds(36).toEpochMilli())
			.endsWith(NOON.plusSeconds(99).toEpochMilli());
	}

	@ParameterizedTest
	@ValueSource(strings = { "staff", "moderator", "trusted" })
	void some_roles_are_trusted_whatever_the_past(String role) {
		assertThat(AuthorHistory.none().told(facts("f1", null, role)).asOf(NOON).trusted()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "19, 0, false", "20, 0, true", "20, 1, true", "19, 1, false", "38, 2, false", "39, 2, true" })
	void a_record_of_approved_comments_and_hardly_a_rejected_one_earns_trust(int approved, int rejected,
			boolean trusted) {
		AuthorHistory history = AuthorHistory.none()
			.told(new AuthorFacts("f1", "blog", "blog/ann", "ann", null, null, approved, null, rejected, NOON));

		assertThat(history.asOf(NOON).trusted()).isEqualTo(trusted);
	}

	@Test
	void a_history_survives_being_written_and_read() {
		AuthorHistory history = AuthorHistory.none()
			.submitted(NOON)
			.counted(Verdict.HOLD)
			.told(new AuthorFacts("f1", "blog", "blog/ann", "ann", NOON, "staff", 3, null, 1, NOON));

		String json = Json.MAPPER.writeValueAsString(history);

		assertThat(Json.MAPPER.readValue(json, AuthorHistory.class)).isEqualTo(history);
		assertThat(Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(AuthorHistory.none()), AuthorHistory.class))
			.isEqualTo(AuthorHistory.none());
	}

	private static AuthorFacts facts(String id, @Nullable Integer approved, @Nullable String role) {
		return new AuthorFacts(id, "blog", "blog/ann", "ann", null, role, approved, null, null, NOON);
	}

}
