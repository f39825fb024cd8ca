package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The steps of finding terms, counted and not timed, grow with a text and no faster,
 * however the text is made.
 */
class LinearTimeTests {

	/** So many letters of a text may be looked at by all walks, over and over. */
	private static final int MOST_STEPS_A_CHARACTER = 200;

	private static final List<String> TERMS = terms();

	private static final FoldedIndex INDEX = new FoldedIndex(
			TERMS.stream().map(term -> FoldedTerm.of("list", term)).toList());

	static Stream<String> parts() {
		String missed = missed();
		String spaced = String.join(" ", missed.replace(" ", "").split("", -1)) + " ";
		return Stream.of("a", "x", "u", "aaab", "aab", "ab", "as ", "a ", "x x", "a.", "a!", "s$", "a<b>", "<b>", "<",
				"[b", "&#97;", "&a", "1", "1a", "0o", "$", "!", "$!@|+*_#", "f**k ", "a*", "b-a-", "a-", "ab-",
				"ba.bab-", "super", "xxx", "xxxx ", "a\u0336\u0329\u0319e\u0335\u0322\u0331", "a\u0306", "и\u0306",
				"a\u200B", "\u202Eab", "\u202E", "ɐ", "ɐ s", "ɐsdɥ ", "ѕсо", "ѕсо ", "αο x", "aс ", "аa", "白", "白菜",
				"한", "แ", "か\u3099", "\uD835\uDC00", "\uD83D\uDE42", "\uFDFA", "ﬃ", missed, spaced,
				spaced.replace(' ', '.'), missed.replace(' ', '-'), missed.replace("a", "@").replace("i", "1"),
				missed.replace('o', 'о'), new StringBuilder(missed).reverse().toString());
	}

	@ParameterizedTest
	@MethodSource("parts")
	void steps_grow_with_the_text(String part) {
		long once = steps(part, 20_000);
		long twice = steps(part, 40_000);

		assertThat(twice).as("steps for a text twice as long").isLessThanOrEqualTo((21 * once) / 10 + 2_000);
		assertThat(once).as("steps for 20,000 characters").isLessThan(20_000L * MOST_STEPS_A_CHARACTER);
	}

	private static long steps(String part, int length) {
		String text = part.repeat((length / part.length()) + 1).substring(0, length);
		Scan scan = Scan.start();
		long before = scan.reading().work;
		INDEX.find(text, scan);
		return scan.reading().work - before;
	}

	/** Words like those of languages, of which many begin alike. */
	private static List<String> terms() {
		List<String> terms = new ArrayList<>(List.of("a", "x", "as", "xxx", "aab", "бак", "白菜", "한국", "แครอท", "aaa",
				"hill top", "a b c", "sos", "d1ll"));
		Random random = new Random(11);
		for (int i = 0; i < 1000; i++) {
			StringBuilder term = new StringBuilder();
			for (int letters = 2 + random.nextInt(9); letters >= 0; letters--) {
				term.append("aeiosbxu".charAt(random.nextInt(8)));
			}
			terms.add(term.toString());
		}
		return terms.stream().distinct().toList();
	}

	/** Terms without their last letters. */
	private static String missed() {
		StringBuilder missed = new StringBuilder();
		for (String term : TERMS.subList(20, 120)) {
			missed.append(term, 0, term.length() - 1).append(' ');
		}
		return missed.toString();
	}

}
