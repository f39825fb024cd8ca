package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class FoldTableTests {

	@Test
	void what_is_said_to_fold_to_itself_does() {
		assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
			.filter(FoldTable::isItself)
			.filter(character -> !Letters.of(character).equals(Character.toString(character)))).isEmpty();
	}

	@Test
	void ideographs_that_are_rare_but_no_variants_of_others_fold_to_themselves() {
		assertThat(FoldTable.isItself(0x21D53)).isTrue();
		assertThat(FoldTable.isItself(0x2F800)).isFalse();
		assertThat(FoldTable.isItself('A')).isFalse();
	}

}
