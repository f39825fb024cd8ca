package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

/**
 * Passing most words by their hashes must lose nothing that a look at each would find.
 */
class TokenPassTests {

	private static final List<String> TERMS = List.of("carrot", "tuba", "as", "hill top", "snorkel", "balloon",
			"sauer kraut pot", "kettle", "бак", "d1ll", "too", "白菜", "T恤衫");

	private static final String[] WORDS = { "the", "a", "I", "too", "to", "will", "in", "well-known", "don't", "2024",
			"a.b.c", "okay!", "(so)", "x", "我白", "恤", "saw", "ballo", "car", "tops", "kraut", "<i>", "as." };

	private static final String[] GAPS = { "", "", "", " ", ".", "-", "*", "  ", "\n", "!", "<b>", "\u200B", "'",
			" - " };

	private final FoldedIndex index = new FoldedIndex(TERMS.stream().map(term -> FoldedTerm.of("list", term)).toList());

	@Test
	void finds_what_a_look_at_each_word_finds() {
		Random random = new Random(4);
		int hits = 0;
		for (int i = 0; i < 60_000; i++) {
			String text = text(random);

			List<TermHit> found = find(text, true);

			assertThat(found).as(text).containsExactlyElementsOf(find(text, false));
			hits += found.size();
		}
		assertThat(hits).isGreaterThan(20_000);
	}

	private List<TermHit> find(String text, boolean passing) {
		Scan scan = Scan.start();
		View view = this.index.nativeView();
		scan.reading().read(text, view);
		if (passing) {
			scan.run(this.index, view);
		}
		else {
			scan.runEverywhere(this.index, view, false);
		}
		return ListIndex.distinct(new ArrayList<>(scan.hits()));
	}

	private static String text(Random random) {
		StringBuilder text = new StringBuilder();
		for (int i = random.nextInt(5); i >= 0; i--) {
			text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
		}
		hide(TERMS.get(random.nextInt(TERMS.size())), text, random);
		for (int i = random.nextInt(4); i > 0; i--) {
			text.append(random.nextInt(5) == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
		}
		return text.toString();
	}

	private static void hide(String term, StringBuilder text, Random random) {
		boolean everywhere = random.nextInt(3) == 0;
		String gap = GAPS[random.nextInt(GAPS.length)];
		boolean backwards = random.nextInt(8) == 0;
		String letters = backwards ? new StringBuilder(term).reverse().toString() : term;
		for (int i = 0; i < letters.length(); i++) {
			char letter = letters.charAt(i);
			text.append(random.nextInt(12) == 0 ? "4$01*s".charAt(random.nextInt(6)) : letter);
			for (int repeats = random.nextInt(12) - 8; repeats > 0; repeats--) {
				text.append(letter);
			}
			if (i + 1 < letters.length() && (everywhere || random.nextInt(8) == 0)) {
				text.append(random.nextInt(6) == 0 ? GAPS[random.nextInt(GAPS.length)] : gap);
			}
		}
	}

}
