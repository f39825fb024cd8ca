package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SketchTests {

	private static final Fingerprint TEXT = Fingerprint
		.of("The ships have left the harbour, and nobody has told us why they had to leave so early");

	private static final Fingerprint LIKE_IT = Fingerprint
		.of("The ships have left this harbour, and nobody has told us why they had to leave so soon");

	private static final Fingerprint OTHER = Fingerprint
		.of("Ask your deputy what he was paid for it, and by whom, and whether he would do it again");

	@Test
	void a_sketch_tells_about_the_same_similarity_as_its_fingerprint() {
		assertThat(Sketch.of(TEXT, 128).similarity(Sketch.of(LIKE_IT, 128))).isEqualTo(TEXT.similarity(LIKE_IT),
				within(0.01));
		assertThat(Sketch.of(TEXT, 32).similarity(Sketch.of(LIKE_IT, 32))).isEqualTo(TEXT.similarity(LIKE_IT),
				within(0.2));
		assertThat(Sketch.of(TEXT, 32).similarity(Sketch.of(OTHER, 32))).isLessThan(0.15);
	}

	@Test
	void what_was_kept_is_the_same_sketch() {
		Sketch sketch = Sketch.of(TEXT, 32);

		assertThat(Sketch.of(sketch.bytes())).isEqualTo(sketch).hasSameHashCodeAs(sketch);
		assertThat(Sketch.of(sketch.bytes()).similarity(sketch)).isEqualTo(1);
	}

	@Test
	void a_text_without_words_is_like_no_other() {
		Sketch none = Sketch.of(Fingerprint.of("…"), 32);

		assertThat(none.bytes()).isEmpty();
		assertThat(none.similarity(none)).isZero();
		assertThat(none.similarity(Sketch.of(TEXT, 32))).isZero();
	}

	@Test
	void sizes_that_do_not_fit_are_refused() {
		assertThatThrownBy(() -> Sketch.of(TEXT, 48)).isInstanceOf(IllegalArgumentException.class);
	}

}
