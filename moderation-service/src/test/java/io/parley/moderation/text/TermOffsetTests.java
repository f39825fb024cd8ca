package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any text at all. */
class TermOffsetTests {

	private static final String ALPHABET = "carot tuba CAR0T+u8@*_.-'!|  <b></b>[i]&#8203;&shy;\u200B\u00AD\u0301\u0336\u202E\u202C"
			+ "ǝʇɐɔɹɟсаrтоτωßﬃﷺ🇨🇦𝓬🅲🙂\uD83D\uDE42\uDC00\uD83D\u1112\u1161\u11ABが\u3099白菜ก\0\n\t";

	private static final TermIndex INDEX = TermIndex.of(List.of(
			new TermList("folded", Matching.FOLDED,
					List.of("carrot", "tuba", "car rot", "бак", "白菜", "か", "한", "ss", "c++", "a")),
			new TermList("exact", Matching.EXACT, List.of("carrot")),
			new TermList("part", Matching.SUBSTRING, List.of("ff", "ar"))));

	@Test
	void hits_stay_inside_any_text_and_are_the_same_each_time() {
		Random random = new Random(25);
		for (int i = 0; i < 20_000; i++) {
			String text = text(random);

			List<TermHit> hits = INDEX.find(text);

			assertThat(hits).as(text).isEqualTo(INDEX.find(text)).isSortedAccordingTo(TermHit.IN_TEXT);
			assertThat(hits).as(text)
				.allMatch(hit -> hit.start() >= 0 && hit.start() < hit.end() && hit.end() <= text.length())
				.allMatch(hit -> !isInsidePair(text, hit.start()) && !isInsidePair(text, hit.end()));
		}
	}

	@Test
	void a_hit_moves_with_the_text_before_it() {
		Random random = new Random(79);
		for (int i = 0; i < 5_000; i++) {
			String before = "é𝓬 白 ".repeat(random.nextInt(4)) + "\n\n\n\n\n\n\n";

			assertThat(INDEX.find(before + "a c.a.r.r.0.t")).as(before)
				.contains(
						new TermHit("folded", "carrot", before.length() + 2, before.length() + 13, Evasion.SEPARATED));
		}
	}

	@ParameterizedTest
	// No measurement: anything worse than linear would take hours, this ends it.
	@Timeout(60)
	@ValueSource(strings = { "a", "c", "r", "c a r r o ", "c.a.r.r.o.", "carro", "ca\u0336\u0329\u0331", "|!", "+",
			"*_", "c*", "白", "か", "<b>", "[", "&", "&#", "\u202E", "a b c ", "ʇ", "с", "1", "c4rr0", "tub", "\uD83D" })
	void a_megabyte_of_the_worst_is_read_to_its_end(String part) {
		String text = part.repeat(1_000_000 / part.length());

		assertThat(INDEX.find(text)).allMatch(hit -> hit.end() <= text.length());
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		int length = random.nextInt(60);
		for (int i = 0; i < length; i++) {
			switch (random.nextInt(12)) {
				case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
				case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
				case 2 -> text.append("carrot");
				default -> text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
			}
		}
		return text.toString();
	}

	private static boolean isInsidePair(String text, int index) {
		return index > 0 && index < text.length()
				&& Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
	}

}
