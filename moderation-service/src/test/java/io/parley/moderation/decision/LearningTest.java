package io.parley.moderation.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Author;
import io.parley.contract.CommentEdited;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.CorrectionReset;
import io.parley.contract.Decision;
import io.parley.contract.Hit;
import io.parley.contract.Json;
import io.parley.contract.ModerationInput;
import io.parley.contract.PolicyActivated;
import io.parley.contract.Review;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.signal.CommentJudged;
import org.junit.jupiter.api.Test;

/** What moderators decide changes the scores of later comments on their site. */
class LearningTest {

	private static final String RULES = """
			policy: learning
			verdicts: { hold: 5, reject: 10 }
			%s
			rules:
			  - { id: number, when: 'body.matches("[0-9]{9}")', then: hold }
			  - { id: toxic, when: 'toxicity.score > 0.3', then: hold }
			""";

	private static final Policy LEARNING = Fixture.policy(RULES.formatted("model: { learn: true }"));

	private static final Policy DEAF = Fixture.policy(RULES.formatted("model: { learn: false }"));

	/** Held as it is; moderators here do not mind. */
	private static final String MILD = "what a stupid offside trap, number ";

	/** What they do mind. */
	private static final String UNWANTED = "that stupid referee again, number ";

	private final MemoryState state = MemoryState.unbounded();

	private Policy inForce = LEARNING;

	private final OneLog log = new OneLog(state, _ -> inForce);

	@Test
	void after_two_hundred_reviews_a_site_gets_the_scores_that_its_moderators_would_give() {
		Decision before = last(comment("before", "blog", MILD + "1"));
		assertThat(before.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(before.correction()).isNull();

		reviews(0, 199);
		assertThat(last(comment("not yet", "blog", MILD + "2")).correction()).isNull();
		reviews(199, 225);

		Decision mild = last(comment("mild", "blog", "what a stupid offside trap"));
		Decision unwanted = last(comment("unwanted", "blog", UNWANTED + "3"));
		assertThat(mild.correction()).isNotNull().isEqualTo(unwanted.correction());
		assertThat(score(unwanted)).isGreaterThan(value(hit(unwanted), "toxicity.score by the model"));
		assertThat(mild.hits()).allSatisfy(hit -> assertThat(value(hit, "toxicity.score")).isLessThan(score(before)));
		assertThat(last(comment("elsewhere", "other", MILD + "1")).correction()).isNull();
	}

	@Test
	void another_run_of_the_same_events_decides_the_same_to_the_byte() {
		OneLog other = new OneLog(MemoryState.unbounded(), _ -> LEARNING);
		List<ModerationInput> events = new ArrayList<>(events(0, 300));
		events.add(comment("after", "blog", MILD + "1"));
		events.add(new CorrectionReset("reset", "blog", null, "olga", Fixture.NOON.plus(Duration.ofDays(1))));
		events.add(comment("after the reset", "blog", MILD + "1"));

		List<String> one = events.stream().flatMap(event -> log.on(event).stream()).map(LearningTest::json).toList();
		List<String> two = events.stream().flatMap(event -> other.on(event).stream()).map(LearningTest::json).toList();

		assertThat(two).isEqualTo(one).anyMatch(decision -> decision.contains("correction"));
	}

	@Test
	void a_policy_that_does_not_want_it_neither_learns_nor_corrects() {
		reviews(0, 225);
		this.inForce = DEAF;
		assertThat(last(comment("deaf", "blog", MILD + "1")).correction()).isNull();
		reviews(225, 250);

		this.inForce = LEARNING;
		assertThat(last(comment("again", "blog", MILD + "2")).correction()).isEqualTo(versionOf(225));
		assertThat(DEAF.hash()).isEqualTo(Fixture.policy(RULES.formatted("")).hash()).isNotEqualTo(LEARNING.hash());
	}

	@Test
	void a_reset_ends_it_until_there_are_enough_reviews_again() {
		reviews(0, 225);
		log.on(new CorrectionReset("reset", "blog", "trainees", "olga", Fixture.NOON.plus(Duration.ofDays(1))));

		assertThat(last(comment("reset", "blog", MILD + "1")).correction()).isNull();
	}

	@Test
	void a_review_of_a_correction_keeps_the_version_by_which_the_rules_decided() {
		reviews(0, 225);
		CommentSubmitted comment = comment("c", "blog", UNWANTED + "1");
		Decision byRules = last(comment);

		Decision byModerator = last(review(comment, Verdict.REJECT, 9999));

		assertThat(byModerator.correction()).isNotNull().isEqualTo(byRules.correction());
	}

	@Test
	void a_review_tells_something_about_the_scores_that_rules_asked_for() {
		assertThat(taught("stupid moron", Verdict.REJECT)).singleElement()
			.satisfies(judged -> assertThat(judged.probabilities()).containsOnlyKeys("TOXIC"));
		assertThat(taught("The council meets on Monday, write to 123456789 before", Verdict.REJECT))
			.as("another rule held it")
			.isEmpty();
		assertThat(taught("see my channel, subscribe, free gift cards http://win.example", Verdict.REJECT))
			.singleElement()
			.satisfies(judged -> assertThat(judged.probabilities()).containsOnlyKeys("SPAM"));
		assertThat(taught("a quiet word", Verdict.APPROVE)).singleElement()
			.satisfies(judged -> assertThat(judged.words()).hasSize(3));
	}

	@Test
	void a_text_that_was_edited_since_teaches_nothing_old() {
		CommentSubmitted comment = comment("edited", "blog", "stupid moron");
		ModerationFlow.on(comment, state, _ -> LEARNING);
		ModerationFlow.on(new CommentEdited("edited", 2, "blog", comment.thread(), null, comment.author(), "a word",
				null, Fixture.NOON), state, _ -> LEARNING);

		assertThat(ModerationFlow.on(review(comment, Verdict.REJECT, 1), state, _ -> LEARNING).observations())
			.isEmpty();
	}

	private List<CommentJudged> taught(String body, Verdict verdict) {
		CommentSubmitted comment = comment(body, "blog", body);
		ModerationFlow.on(comment, state, _ -> LEARNING);
		return ModerationFlow.on(review(comment, verdict, 1), state, _ -> LEARNING)
			.observations()
			.stream()
			.map(CommentJudged.class::cast)
			.toList();
	}

	private void reviews(int from, int to) {
		events(from, to).forEach(log::on);
	}

	private static List<ModerationInput> events(int from, int to) {
		List<ModerationInput> events = new ArrayList<>();
		for (int i = from; i < to; i++) {
			boolean unwanted = i % 2 == 0;
			CommentSubmitted comment = comment("c" + i, "blog", (unwanted ? UNWANTED : MILD) + i);
			events.add(comment);
			events.add(review(comment, unwanted ? Verdict.REJECT : Verdict.APPROVE, i));
		}
		return events;
	}

	/** After so many reviews. */
	private static long versionOf(int reviews) {
		return Fixture.NOON.plusSeconds(reviews - 1L).toEpochMilli();
	}

	private Decision last(ModerationInput event) {
		return log.on(event).getLast();
	}

	private static Hit hit(Decision decision) {
		return decision.hits().stream().filter(hit -> hit.rule().equals("toxic")).findFirst().orElseThrow();
	}

	private static double score(Decision decision) {
		return value(hit(decision), "toxicity.score");
	}

	private static double value(Hit hit, String name) {
		return (double) requireNonNull(hit.values().get(name));
	}

	private static String json(Decision decision) {
		return Json.MAPPER.writeValueAsString(decision);
	}

	private static CommentSubmitted comment(String id, String site, String body) {
		return new CommentSubmitted(id, 1, site, new CommentThread("t", null, null), null,
				new Author(Author.keyOf(site, "author of " + id), "author of " + id, null, null, null), body, "en",
				Fixture.NOON);
	}

	private static Review review(CommentSubmitted comment, Verdict verdict, int second) {
		return new Review("review of " + comment.commentId(), comment.commentId(), 1, comment.site(),
				comment.authorKey(), verdict, null, null, "mo", Fixture.NOON.plusSeconds(second));
	}

}
