package io.parley.moderation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class CorrectionTests {

	/** What this site does not want, and what it does not mind. */
	private static final String[] UNWANTED = { "tuba", "oboe" };

	private static final String[] HARMLESS = { "piano", "guitar" };

	private final Correction correction = new Correction();

	@Test
	void corrects_nothing_before_two_hundred_reviews() {
		reviews(199, 0);
		assertThat(correction.corrected("a tuba", 0.5)).isEqualTo(0.5);

		reviews(101, 0);
		assertThat(correction.corrected("a tuba", 0.5)).isGreaterThan(0.55);
		assertThat(correction.corrected("a piano", 0.5)).isLessThan(0.45);
	}

	@Test
	void no_number_of_reviews_turns_what_is_plain_into_its_opposite() {
		for (int i = 0; i < 20_000; i++) {
			correction.learn("a tuba", 0.99, false);
			correction.learn("a piano", 0.01, true);
		}

		assertThat(odds(correction.corrected("a tuba", 0.99)))
			.isGreaterThanOrEqualTo(odds(0.99) - Correction.LARGEST - 1e-9)
			.isGreaterThan(0);
		assertThat(odds(correction.corrected("a piano", 0.01)))
			.isLessThanOrEqualTo(odds(0.01) + Correction.LARGEST + 1e-9)
			.isLessThan(0);
	}

	@Test
	void moderators_who_reject_all_that_they_look_at_teach_nothing_about_words() {
		Random random = new Random(1);
		for (int i = 0; i < 3_000; i++) {
			correction.learn("word" + random.nextInt(300) + " another" + random.nextInt(300), 0.5, true);
		}

		assertThat(correction.corrected("something else", 0.5)).isCloseTo(0.5, within(0.05));
		assertThat(correction.corrected("word7 another8", 0.5)).isCloseTo(0.5, within(0.15));
	}

	@Test
	void moderators_who_throw_dice_change_little() {
		reviews(2_000, 0.5);

		assertThat(correction.corrected("a tuba", 0.5)).isCloseTo(0.5, within(0.15));
	}

	@Test
	void what_was_remembered_goes_on_as_if_it_had_never_been_away() {
		reviews(500, 0.1);
		Correction remembered = Correction.decode(correction.encode());

		assertThat(remembered).isEqualTo(correction);
		correction.learn("a tuba and an oboe", 0.3, true);
		assertThat(remembered).isNotEqualTo(correction);
		remembered.learn("a tuba and an oboe", 0.3, true);
		assertThat(remembered.encode()).isEqualTo(correction.encode());
	}

	@Test
	void strange_bytes_and_probabilities_are_no_danger() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Correction.decode(new byte[7]));
		correction.learn("", 0, true);
		correction.learn("a tuba", 1, false);
		reviews(300, 0);

		assertThat(correction.corrected("a tuba", 0)).isBetween(0.0, 0.05);
		assertThat(correction.corrected("", 1)).isBetween(0.95, 1.0);
	}

	private void reviews(int number, double wrong) {
		Random random = new Random(number);
		for (int i = 0; i < number; i++) {
			boolean rejected = i % 2 == 0;
			String word = (rejected ? UNWANTED : HARMLESS)[random.nextInt(2)];
			correction.learn("a " + word, 0.5, (random.nextDouble() < wrong) != rejected);
		}
	}

	private static double odds(double probability) {
		return Math.log(probability / (1 - probability));
	}

}
