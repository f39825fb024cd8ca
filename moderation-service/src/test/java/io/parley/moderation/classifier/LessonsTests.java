package io.parley.moderation.classifier;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class LessonsTests {

	/** What this site does not want, and what it does not mind. */
	private static final String[] UNWANTED = { "tuba", "oboe" };

	private static final String[] HARMLESS = { "piano", "guitar" };

	private final Lessons lessons = new Lessons();

	@Test
	void corrects_nothing_before_two_hundred_reviews() {
		reviews(199, 0);
		assertThat(lessons.correction()).isNull();

		reviews(1, 0);
		assertThat(corrected("a tuba", 0.5)).isGreaterThan(0.6);
		assertThat(corrected("a piano", 0.5)).isLessThan(0.4);
		assertThat(corrected("nothing of it", 0.5)).isCloseTo(0.5, within(0.1));
	}

	@Test
	void no_number_of_reviews_turns_what_is_plain_into_its_opposite() {
		for (int i = 0; i < 20_000; i++) {
			learn("a tuba", 0.99, false);
			learn("a piano", 0.01, true);
		}

		assertThat(Odds.of(corrected("a tuba", 0.99))).isGreaterThanOrEqualTo(Odds.of(0.99) - Correction.LARGEST - 1e-9)
			.isGreaterThan(0);
		assertThat(Odds.of(corrected("a piano", 0.01))).isLessThanOrEqualTo(Odds.of(0.01) + Correction.LARGEST + 1e-9)
			.isLessThan(0);
	}

	@Test
	void moderators_who_reject_all_that_they_look_at_teach_nothing_about_words() {
		Random random = new Random(1);
		for (int i = 0; i < 3_000; i++) {
			learn("word" + random.nextInt(300) + " another" + random.nextInt(300), 0.5, true);
		}

		assertThat(corrected("something else", 0.5)).isCloseTo(0.5, within(0.05));
		assertThat(corrected("word7 another8", 0.5)).isCloseTo(0.5, within(0.15));
	}

	@Test
	void moderators_who_throw_dice_change_little() {
		reviews(2_000, 0.5);

		assertThat(corrected("a tuba", 0.5)).isCloseTo(0.5, within(0.15));
	}

	@Test
	void words_for_what_people_are_teach_nothing() {
		Random random = new Random(2);
		for (int i = 0; i < 1_000; i++) {
			boolean named = random.nextBoolean();
			learn((named ? "muslim " : "") + "word" + random.nextInt(300), 0.5, named);
		}

		assertThat(corrected("muslim", 0.5)).isEqualTo(0.5);
	}

	@Test
	void what_is_told_is_of_bounded_size_and_has_no_more_than_its_strongest_words() {
		Random random = new Random(3);
		for (int i = 0; i < 2_000; i++) {
			boolean unwanted = random.nextBoolean();
			learn((unwanted ? "tuba" : "piano") + " word" + random.nextInt(5000), 0.5, unwanted);
		}

		Correction correction = requireNonNull(lessons.correction());
		assertThat(correction.weights()).hasSize(Lessons.MOST_WEIGHTS);
		assertThat(correction).isEqualTo(new Correction(correction.weights()));
		assertThat(corrected("tuba", 0.5)).isGreaterThan(0.6);
	}

	@Test
	void strange_texts_and_probabilities_are_no_danger() {
		learn("", 0, true);
		learn("a tuba", 1, false);
		reviews(300, 0);

		assertThat(corrected("a tuba", 0)).isBetween(0.0, 0.05);
		assertThat(corrected("", 1)).isBetween(0.95, 1.0);
		assertThat(corrected("tuba ".repeat(10_000), 0.5)).isBetween(0.5, 0.85);
	}

	private void reviews(int number, double wrong) {
		Random random = new Random(number);
		for (int i = 0; i < number; i++) {
			boolean rejected = i % 2 == 0;
			String word = (rejected ? UNWANTED : HARMLESS)[random.nextInt(2)];
			learn("a " + word, 0.5, (random.nextDouble() < wrong) != rejected);
		}
	}

	private void learn(String text, double probability, boolean rejected) {
		lessons.learn(WordNumbers.of(text), probability, rejected);
	}

	private double corrected(String text, double probability) {
		Correction correction = lessons.correction();
		return (correction != null) ? correction.corrected(WordNumbers.of(text), probability) : probability;
	}

}
