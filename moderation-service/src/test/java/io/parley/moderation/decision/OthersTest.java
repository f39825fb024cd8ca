package io.parley.moderation.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Hit;
import io.parley.contract.ModerationInput;
import io.parley.contract.Review;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.signal.TextObserved;
import io.parley.moderation.signal.ThreadObserved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Brakes and signals about threads, over several logs. */
class OthersTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final Policy POLICY = Fixture.policy("""
			policy: others
			verdicts: { hold: 5, reject: 10 }
			rules:
			  - id: spam
			    when: body.matches("spam")
			    then: reject
			    limit: { rejectsPerHour: 5 }
			  - id: junk
			    when: body.matches("junk")
			    score: 7
			  - id: more-junk
			    when: body.matches("jun.")
			    score: 6
			    limit: { rejectsPerHour: 3 }
			  - id: fraud
			    when: body.matches("fraud")
			    then: reject
			  - id: pile-on
			    when: thread.newAuthors >= 10 && author.approved < 2
			    then: hold
			  - id: offender
			    when: author.rejected >= 2
			    score: 5
			  - id: busy
			    when: thread.pace >= 3.0
			    thread: { slowMode: 60s, for: 30m }
			""");

	@ParameterizedTest
	@ValueSource(strings = { "thread.newAuthors >= 10", "campaign.authors >= 3" })
	void only_who_asks_for_campaigns_pays_for_observing_texts(String condition) {
		Policy policy = Fixture.policy("""
				policy: asks
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: asks, when: "%s", then: hold }
				""".formatted(condition));
		CommentSubmitted comment = comment("c1", "a1", 0, "Our harbour needs a bridge that everybody can afford to "
				+ "cross twice a day, and the council should say when.");

		Outcome outcome = ModerationFlow.on(comment, MemoryState.unbounded(), _ -> policy);

		assertThat(outcome.observations().stream().anyMatch(TextObserved.class::isInstance))
			.isEqualTo(condition.startsWith("campaign"));
		assertThat(outcome.observations().stream().anyMatch(ThreadObserved.class::isInstance))
			.isEqualTo(condition.startsWith("thread"));
	}

	@Test
	void above_its_limit_a_rule_holds_from_that_minute_on() {
		List<CommentSubmitted> comments = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			comments.add(comment("c" + i, "a" + i, i * 60, "spam"));
		}

		Logs logs = new Logs(1, POLICY, new Random(1)).take(comments);

		assertThat(logs.verdicts().values()).containsExactly(Verdict.REJECT, Verdict.REJECT, Verdict.REJECT,
				Verdict.REJECT, Verdict.REJECT, Verdict.HOLD, Verdict.HOLD, Verdict.HOLD, Verdict.HOLD, Verdict.HOLD);
		Decision held = logs.decisions()
			.stream()
			.filter(one -> one.verdict() == Verdict.HOLD)
			.findFirst()
			.orElseThrow();
		assertThat(held.hits()).extracting(Hit::rule).containsExactly("spam");
		assertThat(held.hits().getFirst().values()).containsEntry("limit.rejectsPerHour", 5);
		assertThat(requireNonNull(held.publicReason()).code()).as("the author is not told of a rejection")
			.isEqualTo("review");
	}

	@Test
	void what_other_rules_reject_stays_rejected() {
		List<CommentSubmitted> comments = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			comments.add(comment("c" + i, "a" + i, i * 60, "spam fraud"));
		}

		assertThat(new Logs(1, POLICY, new Random(1)).take(comments).verdicts().values()).containsOnly(Verdict.REJECT);
	}

	@Test
	void points_of_a_rule_with_a_limit_hold_above_it() {
		List<CommentSubmitted> comments = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			comments.add(comment("c" + i, "a" + i, i * 60, "junk"));
		}

		assertThat(new Logs(1, POLICY, new Random(1)).take(comments).verdicts().values())
			.containsExactly(Verdict.REJECT, Verdict.REJECT, Verdict.REJECT, Verdict.HOLD, Verdict.HOLD);
	}

	@Test
	void a_moderators_decision_is_never_braked() {
		List<ModerationInput> events = new ArrayList<>();
		events.add(comment("c9", "a9", 600, "spam"));
		events.add(new Review("r1", "c9", 1, "blog", "blog/a9", Verdict.REJECT, null, null, "Mo", NOON));
		for (int i = 0; i < 9; i++) {
			events.add(comment("c" + i, "a" + i, i * 60, "spam"));
		}

		Logs logs = new Logs(3, POLICY, new Random(1)).take(events);

		assertThat(logs.verdicts()).containsEntry("c9", Verdict.REJECT).containsEntry("c8", Verdict.HOLD);
	}

	@Test
	void in_a_pile_on_also_the_first_comments_of_the_five_minutes_are_held() {
		List<CommentSubmitted> comments = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			comments.add(comment("c" + (char) ('a' + i), "a" + i, i, "shame on you"));
		}

		Logs logs = new Logs(3, POLICY, new Random(1)).take(comments);

		assertThat(logs.verdicts().values()).containsOnly(Verdict.HOLD);
		assertThat(logs.decisions()).extracting(Decision::source).contains(DecisionSource.RETRO);
	}

	@Test
	void a_popular_post_with_regular_readers_is_not_touched() {
		List<CommentSubmitted> comments = new ArrayList<>();
		for (int author = 0; author < 20; author++) {
			for (int i = 0; i < 2; i++) {
				comments.add(comment("old" + author + i, "a" + author, -864000 - author * 900 - i * 400, "hello"));
			}
		}
		for (int i = 0; i < 20; i++) {
			comments.add(comment("c" + i, "a" + i, i, "congratulations"));
		}

		assertThat(new Logs(3, POLICY, new Random(1)).take(comments).verdicts().values()).containsOnly(Verdict.APPROVE);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 12 })
	void in_the_end_all_verdicts_are_the_same_whatever_the_partitions_and_the_timing(int partitions) {
		List<CommentSubmitted> comments = evening(new Random(42));
		Logs one = new Logs(1, POLICY, new Random(0)).take(comments);
		Map<String, Verdict> expected = one.verdicts();
		assertThat(expected.values()).contains(Verdict.APPROVE, Verdict.HOLD, Verdict.REJECT);
		assertThat(one.threads()).isNotEmpty();

		for (int seed = 0; seed < 15; seed++) {
			Logs logs = new Logs(partitions, POLICY, new Random(seed)).take(comments);

			assertThat(logs.verdicts()).isEqualTo(expected);
			assertThat(logs.threads()).isEqualTo(one.threads());
		}
	}

	@Test
	void the_same_log_is_decided_to_the_byte() {
		List<CommentSubmitted> comments = evening(new Random(43));

		assertThat(new Logs(3, POLICY, new Random(5)).take(comments).decisions())
			.isEqualTo(new Logs(3, POLICY, new Random(5)).take(comments).decisions());
	}

	/** Some hours of many authors in few threads; the order is not that of the times. */
	private static List<CommentSubmitted> evening(Random random) {
		List<String> bodies = List.of("hello", "spam", "junk", "fraud", "fine words", "spam and junk", "why?");
		List<CommentSubmitted> comments = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			String author = "a" + random.nextInt(120);
			int at = (random.nextInt(3) == 0) ? random.nextInt(600) : random.nextInt(9000);
			comments
				.add(new CommentSubmitted("c" + i, 1, "blog", new CommentThread("t" + random.nextInt(3), null, null),
						null, new Author("blog/" + author, author, null, null, null),
						bodies.get(random.nextInt(bodies.size())), null, NOON.plusSeconds(at)));
		}
		return comments;
	}

	private static CommentSubmitted comment(String id, String author, int second, String body) {
		return new CommentSubmitted(id, 1, "blog", new CommentThread("t1", null, null), null,
				new Author("blog/" + author, author, null, null, null), body, null, NOON.plusSeconds(second));
	}

}
