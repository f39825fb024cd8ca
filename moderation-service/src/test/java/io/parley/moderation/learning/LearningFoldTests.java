package io.parley.moderation.learning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.parley.contract.CorrectionLearned;
import io.parley.contract.Signal;
import io.parley.contract.Verdict;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Lessons;
import io.parley.moderation.classifier.WordNumbers;
import io.parley.moderation.signal.CommentJudged;
import io.parley.moderation.signal.LessonsForgotten;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.signal.Observation;
import org.junit.jupiter.api.Test;

class LearningFoldTests {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final MemoryKeyValues store = new MemoryKeyValues();

	private final LearningFold fold = new LearningFold(store);

	@Test
	void nothing_is_told_before_two_hundred_reviews_and_then_each_time_there_are_some_more() {
		assertThat(take(judged(0, Lessons.NEEDED - 1))).isEmpty();

		List<CorrectionLearned> told = take(judged(Lessons.NEEDED - 1, Lessons.NEEDED + 2 * LearningFold.EVERY));

		assertThat(told).extracting(CorrectionLearned::reviews)
			.containsExactly(Lessons.NEEDED, Lessons.NEEDED + LearningFold.EVERY,
					Lessons.NEEDED + 2 * LearningFold.EVERY);
		assertThat(told).extracting(CorrectionLearned::version).isSorted().doesNotHaveDuplicates();
		assertThat(told.getLast().heads()).containsOnlyKeys("TOXIC");
		assertThat(told.getLast().model()).isEqualTo("one");
	}

	@Test
	void what_is_taught_in_the_end_does_not_depend_on_the_order_in_which_reviews_come() {
		List<Observation> reviews = new ArrayList<>(judged(0, 300));
		Map<String, ?> heads = take(reviews).getLast().heads();
		Random random = new Random(4);
		for (int i = 0; i < 5; i++) {
			Collections.shuffle(reviews, random);

			assertThat(take(new LearningFold(new MemoryKeyValues()), reviews).getLast().heads()).isEqualTo(heads);
		}
	}

	@Test
	void reviews_that_come_twice_teach_once() {
		List<CorrectionLearned> told = take(judged(0, 300));

		assertThat(take(judged(0, 300))).isEmpty();
		assertThat(take(judged(300, 325)).getLast().reviews()).isEqualTo(told.getLast().reviews() + 25);
	}

	@Test
	void of_several_reviews_of_a_comment_the_latest_counts_and_one_that_holds_it_takes_it_back() {
		take(judged(0, 225));
		List<Observation> undone = new ArrayList<>();
		for (int i = 0; i < LearningFold.EVERY; i++) {
			undone.add(judged(i, "later " + i, NOON.plusSeconds(5000 + i), Verdict.HOLD, "one"));
		}

		assertThat(take(undone)).singleElement().extracting(CorrectionLearned::reviews).isEqualTo(200);
		assertThat(take(judged(0, LearningFold.EVERY))).as("the earlier reviews again").isEmpty();
	}

	@Test
	void only_the_latest_comments_are_learnt_from() {
		CorrectionLearned last = take(judged(0, LearningFold.MOST + 500)).getLast();

		assertThat(last.reviews()).isEqualTo(LearningFold.MOST);
		assertThat(take(judged(0, 400))).as("those that are forgotten").isEmpty();
	}

	@Test
	void with_another_model_learning_begins_anew() {
		take(judged(0, 225));
		List<Observation> other = new ArrayList<>();
		for (int i = 225; i < 450; i++) {
			other.add(judged(i, "r" + i, NOON.plusSeconds(i), verdict(i), "two"));
		}

		List<CorrectionLearned> told = take(other);

		assertThat(told.getFirst().heads()).isEmpty();
		assertThat(told.getLast().model()).isEqualTo("two");
		assertThat(told.getLast().reviews()).isEqualTo(225);
		assertThat(told).hasSize(3);
	}

	@Test
	void a_reset_forgets_what_was_decided_until_then_whenever_it_comes() {
		take(judged(0, 300));
		LessonsForgotten reset = new LessonsForgotten("blog", NOON.plusSeconds(250));

		CorrectionLearned told = take(List.of(reset)).getLast();

		assertThat(told.heads()).isEmpty();
		assertThat(take(List.of(reset))).as("the same once more").isEmpty();
		assertThat(take(judged(0, 251))).isEmpty();
		assertThat(take(judged(300, 450))).isEmpty();
		CorrectionLearned anew = take(judged(450, 500)).getFirst();
		assertThat(anew.reviews()).isEqualTo(500 - 25 - 251);
		assertThat(anew.version()).isGreaterThan(told.version());
	}

	@Test
	void sites_learn_for_themselves() {
		take(judged(0, 225));
		CommentJudged other = judged(0, "r", NOON, Verdict.REJECT, "one");

		List<CorrectionLearned> told = new ArrayList<>();
		for (int i = 0; i < 50; i++) {
			told.addAll(take(List.of(new CommentJudged("blog/b", "c" + i, "r" + i, other.at(), other.verdict(), "one",
					other.words(), other.probabilities()))));
		}

		assertThat(told).isEmpty();
		assertThat(take(judged(225, 250)).getLast().reviews()).isEqualTo(250);
	}

	@Test
	void it_goes_on_from_its_store() {
		take(judged(0, 210));

		assertThat(take(new LearningFold(store), judged(210, 225))).singleElement()
			.extracting(CorrectionLearned::reviews)
			.isEqualTo(225);
	}

	@Test
	void a_log_keeps_the_highest_version_that_it_was_told() {
		List<CorrectionLearned> told = take(judged(0, 250));
		MemoryKeyValues ofLog = new MemoryKeyValues();
		SiteCorrections corrections = new SiteCorrections(ofLog);
		corrections.put(told.getLast());
		corrections.put(told.getFirst());

		assertThat(requireNonNull(corrections.find("blog")).version()).isEqualTo(told.getLast().version());
		assertThat(requireNonNull(new SiteCorrections(ofLog).find("blog"))).isEqualTo(corrections.find("blog"));
		assertThat(requireNonNull(corrections.find("blog")).corrected(Head.TOXIC, WordNumbers.of("a tuba"), 0.5))
			.isGreaterThan(0.6);
		assertThat(corrections.find("blog/b")).isNull();

		corrections.put(CorrectionLearned.nothing("blog", told.getLast().version() + 1));
		assertThat(corrections.find("blog")).isNull();
	}

	private List<CorrectionLearned> take(List<? extends Observation> observations) {
		return take(fold, observations);
	}

	private static List<CorrectionLearned> take(LearningFold fold, List<? extends Observation> observations) {
		List<CorrectionLearned> told = new ArrayList<>();
		for (Observation observation : observations) {
			for (Signal signal : fold.on(observation, 0)) {
				told.add((CorrectionLearned) signal);
			}
		}
		return told;
	}

	/** From one number up to another, exclusive: a tuba is unwanted, a piano is not. */
	private static List<CommentJudged> judged(int from, int to) {
		List<CommentJudged> reviews = new ArrayList<>();
		for (int i = from; i < to; i++) {
			reviews.add(judged(i, "r" + i, NOON.plusSeconds(i), verdict(i), "one"));
		}
		return reviews;
	}

	private static Verdict verdict(int number) {
		return (number % 2 == 0) ? Verdict.REJECT : Verdict.APPROVE;
	}

	private static CommentJudged judged(int comment, String reviewId, Instant at, Verdict verdict, String model) {
		String text = (comment % 2 == 0) ? "a tuba number " : "a piano number ";
		return new CommentJudged("blog", "c" + comment, reviewId, at, verdict, model,
				CommentJudged.words(WordNumbers.of(text + comment)), Map.of("TOXIC", 0.5));
	}

}
