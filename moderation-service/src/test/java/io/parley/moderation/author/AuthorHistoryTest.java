package io.parley.moderation.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.AuthorSignals;
import io.parley.moderation.policy.Trust;
import io.parley.moderation.policy.TrustLevel;
import io.parley.moderation.text.Fingerprint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorHistoryTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Counted APPROVED = new Counted(Verdict.APPROVE, false, NOON);

	private static final Counted HELD = new Counted(Verdict.HOLD, false, NOON);

	private static final Counted REJECTED = new Counted(Verdict.REJECT, false, NOON);

	private static final Trust TRUST = new Trust(3, 20, 5, 1);

	@Test
	void a_new_author_has_no_past() {
		AuthorSignals signals = AuthorHistory.none().asOf(NOON);

		assertThat(signals.approved()).isZero();
		assertThat(signals.held()).isZero();
		assertThat(signals.rejected()).isZero();
		assertThat(signals.age()).isZero();
		assertThat(signals.rate(Duration.ofHours(1))).isZero();
		assertThat(signals.role()).isEmpty();
		assertThat(signals.trust(TRUST)).isEqualTo(TrustLevel.NEW);
	}

	@Test
	void a_comment_counts_under_its_verdict_and_moves_when_that_changes() {
		AuthorHistory history = AuthorHistory.none().counted(HELD).counted(REJECTED);

		AuthorSignals signals = history.uncounted(HELD).counted(APPROVED).asOf(NOON);

		assertThat(signals.approved()).isEqualTo(1);
		assertThat(signals.held()).isZero();
		assertThat(signals.rejected()).isEqualTo(1);
	}

	@Test
	void an_author_of_whom_nothing_was_heard_for_long_is_new_again() {
		AuthorHistory history = AuthorHistory.none().submitted(NOON).counted(APPROVED);
		Instant last = NOON.plus(AuthorHistory.KEPT);

		assertThat(history.asRememberedAt(last)).isEqualTo(history);
		assertThat(history.asRememberedAt(last.plusMillis(1))).isEqualTo(AuthorHistory.none());
		assertThat(history.asRememberedAt(NOON.minus(AuthorHistory.KEPT.multipliedBy(9)))).as("an event that is late")
			.isEqualTo(history);
	}

	@Test
	void an_author_whom_the_platform_told_of_lately_is_remembered() {
		AuthorHistory history = AuthorHistory.none()
			.submitted(NOON.minus(AuthorHistory.KEPT))
			.told(facts("f1", 40, null));

		assertThat(history.asRememberedAt(NOON.plusSeconds(1)).asOf(NOON).approved()).isEqualTo(40);
	}

	@Test
	void a_ban_outlasts_what_else_is_known() {
		Instant late = NOON.plus(AuthorHistory.KEPT).plusSeconds(1);
		AuthorHistory history = AuthorHistory.none()
			.submitted(NOON)
			.counted(APPROVED)
			.with(new Sanctions(new Sanctions.Term(NOON, Instant.MAX), new Sanctions.Term(NOON, NOON.plusSeconds(60))));

		AuthorHistory remembered = history.asRememberedAt(late);

		assertThat(remembered.asOf(late).banned()).isTrue();
		assertThat(remembered.asOf(late).approved()).isZero();
		assertThat(remembered)
			.isEqualTo(AuthorHistory.none().with(new Sanctions(new Sanctions.Term(NOON, Instant.MAX), null)));
	}

	@Test
	void a_count_never_falls_below_zero() {
		assertThat(AuthorHistory.none().uncounted(REJECTED).asOf(NOON).rejected()).isZero();
	}

	@Test
	void a_count_stays_at_the_largest_number_there_is() {
		AuthorHistory history = AuthorHistory.none().told(facts("f1", Integer.MAX_VALUE, null));

		assertThat(history.counted(APPROVED).asOf(NOON).approved()).isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	void a_told_count_replaces_ours_which_goes_on_from_there() {
		AuthorHistory history = AuthorHistory.none().counted(APPROVED).counted(REJECTED);

		AuthorSignals told = history.told(facts("f1", 40, null)).counted(APPROVED).asOf(NOON);

		assertThat(told.approved()).isEqualTo(41);
		assertThat(told.rejected()).as("not told").isEqualTo(1);
	}

	@Test
	void the_same_facts_told_again_change_nothing() {
		AuthorHistory history = AuthorHistory.none().told(facts("f1", 40, "staff")).counted(APPROVED);

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
		assertThat(history.activity().times()).isSorted();
	}

	@Test
	void only_the_latest_submissions_are_kept() {
		AuthorHistory history = IntStream.range(0, 100)
			.boxed()
			.reduce(AuthorHistory.none(), (known, i) -> known.submitted(NOON.plusSeconds((i * 37) % 100)),
					(first, _) -> first);

		assertThat(history.activity().times()).hasSize(AuthorSignals.LARGEST_RATE)
			.startsWith(NOON.plusSeconds(36).toEpochMilli())
			.endsWith(NOON.plusSeconds(99).toEpochMilli());
	}

	@ParameterizedTest
	@ValueSource(strings = { "staff", "moderator", "trusted" })
	void some_roles_are_trusted_whatever_the_past(String role) {
		assertThat(AuthorHistory.none().told(facts("f1", null, role)).asOf(NOON).trust(TRUST))
			.isGreaterThanOrEqualTo(TrustLevel.TRUSTED);
	}

	@ParameterizedTest
	@CsvSource({ "19, 0, false", "20, 0, true", "20, 1, true", "19, 1, false", "38, 2, false", "39, 2, true" })
	void a_record_of_approved_comments_and_hardly_a_rejected_one_earns_trust(int approved, int rejected,
			boolean trusted) {
		AuthorHistory history = AuthorHistory.none()
			.told(new AuthorFacts("f1", "blog", "blog/ann", "ann", null, null, approved, null, rejected, NOON));

		assertThat(history.asOf(NOON).trust(TRUST)).isEqualTo(trusted ? TrustLevel.TRUSTED : TrustLevel.KNOWN);
	}

	@Test
	void what_a_moderator_approved_weighs_as_much_as_the_policy_tells() {
		AuthorHistory history = AuthorHistory.none()
			.counted(APPROVED)
			.counted(new Counted(Verdict.APPROVE, true, NOON));

		assertThat(history.asOf(NOON).trust(new Trust(3, 20, 5, 1))).isEqualTo(TrustLevel.NEW);
		assertThat(history.asOf(NOON).trust(new Trust(3, 20, 5, 2))).isEqualTo(TrustLevel.KNOWN);
		assertThat(history.asOf(NOON).approvedByModerators()).isEqualTo(1);
	}

	@Test
	void old_rejections_count_less_whatever_the_order_in_which_they_are_told() {
		Counted old = new Counted(Verdict.REJECT, false, NOON.minus(FadingRatio.HALF_LIFE.multipliedBy(2)));
		Counted recent = new Counted(Verdict.APPROVE, false, NOON);

		assertThat(AuthorHistory.none().counted(old).counted(recent).asOf(NOON).rejectionRatio()).isEqualTo(0.2,
				within(1e-9));
		assertThat(AuthorHistory.none().counted(recent).counted(old).asOf(NOON).rejectionRatio()).isEqualTo(0.2,
				within(1e-9));
		assertThat(AuthorHistory.none().counted(old).uncounted(old).asOf(NOON).rejectionRatio()).isZero();
	}

	@Test
	void what_waits_for_a_moderator_is_neither_approved_nor_rejected() {
		AuthorHistory history = AuthorHistory.none().counted(HELD).counted(REJECTED);

		assertThat(history.asOf(NOON).rejectionRatio()).isEqualTo(1);
	}

	@Test
	void the_same_text_again_is_a_repeat_however_it_is_styled() {
		AuthorHistory history = posted("c1", 0, "The ships have left the harbour, and nobody has told us why");
		history = posted(history, "c2", 60, "the ships have left the HARBOUR and nobody has told us why!!!");
		history = posted(history, "c3", 120, "Something else altogether, said in as many words as that");
		CommentSubmitted third = comment("c4", 180, "t", "The ships have left the harbour and nobody has told us, why");

		AuthorSignals signals = history.posted(third, Fingerprint.of(third.body())).asOf(third);

		assertThat(signals.repeats(Duration.ofHours(1))).isEqualTo(2);
		assertThat(signals.repeats(Duration.ofSeconds(130))).isEqualTo(1);
	}

	@Test
	void links_and_threads_are_those_of_the_window() {
		AuthorHistory history = posted("c1", 0, "https://a.example.org https://b.example.org");
		history = posted(history, "c2", 3000, "https://a.example.org");
		CommentSubmitted last = comment("c3", 3600, "other", "nothing");

		AuthorSignals signals = history.posted(last, Fingerprint.of(last.body())).asOf(last);

		assertThat(signals.links(Duration.ofHours(2))).isEqualTo(3);
		assertThat(signals.links(Duration.ofHours(1))).isEqualTo(1);
		assertThat(signals.threads(Duration.ofHours(1))).isEqualTo(2);
	}

	@Test
	void a_new_revision_takes_the_place_of_the_one_before() {
		AuthorHistory history = posted("c1", 0, "https://a.example.org");
		history = posted(history, "c1", 60, "no link any more");

		assertThat(history.activity().posts()).hasSize(1);
		assertThat(history.asOf(NOON.plusSeconds(60)).links(Duration.ofHours(1))).isZero();
	}

	private static AuthorHistory posted(String id, int second, String body) {
		return posted(AuthorHistory.none(), id, second, body);
	}

	private static AuthorHistory posted(AuthorHistory history, String id, int second, String body) {
		return history.posted(comment(id, second, "t", body), Fingerprint.of(body));
	}

	private static CommentSubmitted comment(String id, int second, String thread, String body) {
		return new CommentSubmitted(id, 1, "blog", new CommentThread(thread, null, null), null,
				new Author("blog/ann", "ann", null, null, null), body, null, NOON.plusSeconds(second));
	}

	private static AuthorFacts facts(String id, @Nullable Integer approved, @Nullable String role) {
		return new AuthorFacts(id, "blog", "blog/ann", "ann", null, role, approved, null, null, NOON);
	}

}
