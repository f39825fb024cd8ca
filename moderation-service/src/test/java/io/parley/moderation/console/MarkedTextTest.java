package io.parley.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.moderation.console.MarkedText.Piece;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

	@Test
	void given_overlapping_findings_then_each_stretch_knows_all_that_found_it() {
		MarkedText marked = MarkedText.of("you dirty pig now", List.of(hit(4, 13), hit(10, 13)));

		assertThat(marked.pieces()).extracting(Piece::text).containsExactly("you ", "dirty ", "pig", " now");
		assertThat(marked.pieces()).extracting(Piece::numbers).containsExactly("", "1", "1 2", "");
		assertThat(marked.pieces()).extracting(Piece::ends).containsExactly(false, false, true, false);
	}

	@Test
	void given_positions_behind_an_emoji_then_they_count_as_utf16_does() {
		MarkedText marked = MarkedText.of("😀 pig", List.of(hit(3, 6)));

		assertThat(marked.pieces()).filteredOn(Piece::isMarked).extracting(Piece::text).containsExactly("pig");
	}

	@Test
	void given_characters_that_hide_or_turn_text_then_they_are_shown_by_code_and_joiners_are_left_alone() {
		MarkedText marked = MarkedText.of("a\u202Eb\u200B👩\u200D🚀", List.of());

		assertThat(marked.pieces()).extracting(Piece::hidden).containsExactly("", "U+202E", "", "U+200B", "");
		assertThat(marked.pieces().get(1).name()).isEqualTo("right-to-left override");
	}

	@Test
	void given_positions_that_are_not_in_the_text_then_the_text_is_whole() {
		MarkedText marked = MarkedText.of("short", List.of(hit(2, 90), hit(-1, 3), hit(3, 3)));

		assertThat(marked.pieces().stream().map(Piece::text).collect(Collectors.joining())).isEqualTo("short");
		assertThat(marked.pieces()).noneMatch(Piece::isMarked);
	}

	@Test
	void given_no_text_then_there_are_no_pieces() {
		assertThat(MarkedText.of("", List.of(hit(0, 1))).pieces()).isEmpty();
	}

	private static Hit hit(int start, int end) {
		return new Hit("rule", RuleMode.LIVE, Effect.HOLD, 0, null,
				List.of(new Hit.Span("body", start, end, null, "t")), Map.of());
	}

}
