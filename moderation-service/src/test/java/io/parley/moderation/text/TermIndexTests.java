package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermIndexTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			idiot,           You are an IDIOT.,             IDIOT
			idiot,           you Ídiöt!,                    Ídiöt
			idiot,           ｉｄｉｏｔ here,                 ｉｄｉｏｔ
			strasse,         In der Straße,                 Straße
			kill yourself,   please kill  yourself now,     kill  yourself
			don't,           they don’t know,               don’t
			c++,             I write C++ daily,             C++
			$100,            only $100 today,               $100
			杀了你,           我要杀了你们,                   杀了你
			ばか,             このばかもの,                   ばか
			병신,             병신아 가라,                    병신
			мразь,           Ты МРАЗЬ,                      МРАЗЬ
			ёлка,            большая елка,                  елка
			""")
	void finds_whole_words_whatever_their_case_and_accents(String term, String text, String found) {
		assertThat(found(Matching.FOLDED, term, text)).containsExactly(found);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			ass,            class assessment in Assam
			cunt,           Scunthorpe
			kill yourself,  kill. Yourself
			мой,            мои друзья
			c++,            vitamin c
			か,              が
			""")
	void does_not_find_parts_of_words_or_other_letters(String term, String text) {
		assertThat(found(Matching.FOLDED, term, text)).isEmpty();
	}

	@Test
	void sees_through_invisible_characters_and_covers_them() {
		assertThat(found(Matching.FOLDED, "idiot", "id\u200Bi\u00ADot")).containsExactly("id\u200Bi\u00ADot");
	}

	@Test
	void takes_composed_and_decomposed_letters_for_the_same() {
		assertThat(found(Matching.FOLDED, "café", "cafe\u0301!")).containsExactly("cafe\u0301");
		assertThat(found(Matching.FOLDED, "мой", "мои\u0306")).containsExactly("мои\u0306");
		assertThat(found(Matching.FOLDED, "한", "\u1112\u1161\u11AB")).containsExactly("\u1112\u1161\u11AB");
	}

	@Test
	void exact_terms_mind_accents_and_boundaries_but_not_case() {
		assertThat(found(Matching.EXACT, "US", "the US told us, usher")).containsExactly("US", "us");
		assertThat(found(Matching.EXACT, "résumé", "resume Résumé")).containsExactly("Résumé");
		assertThat(found(Matching.EXACT, "resume", "résumé resumé")).isEmpty();
		assertThat(found(Matching.EXACT, "hand over", "Hand \n over, handover, hand-over"))
			.containsExactly("Hand \n over");
		assertThat(found(Matching.EXACT, "c++", "C++ or c+++, abc++")).containsExactly("C++", "c++");
		assertThat(found(Matching.EXACT, "白菜", "我买了白菜和米")).containsExactly("白菜");
	}

	@Test
	void punctuation_in_a_term_is_as_free_as_its_spaces() {
		assertThat(found(Matching.FOLDED, "carrots, please!", "Carrots - please")).containsExactly("Carrots - please");
		assertThat(found(Matching.FOLDED, ":D", "a :D, not D")).containsExactly(":D");
	}

	@Test
	void finding_nothing_allocates_nothing() {
		TermIndex index = TermIndex
			.of(List.of(new TermList("folded", Matching.FOLDED, List.of("carrot", "sauer kraut", "c++", "白菜", "redo")),
					new TermList("exact", Matching.EXACT, List.of("tuba")),
					new TermList("part", Matching.SUBSTRING, List.of("arsnip"))));
		List<String> texts = List.of("A plain comment, about nothing in particular; you'll see (maybe)!",
				"Ein Satz mit Umlauten: größer, schöner, 2x so gut", "<b>Bold</b> 😭😭 & 1 < 2 [quote] well-known",
				"Мама, вынеси сор и открой рот", "w o r d s", "w*rds and s!gns", "我买了米", "嵘𡵓不能齐", "you're doing well");
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		// What is allocated once per thread, and by the interpreter, comes before.
		for (int i = 0; i < 2000; i++) {
			texts.forEach(index::find);
		}

		long least = Long.MAX_VALUE;
		for (int i = 0; i < 20; i++) {
			long before = threads.getCurrentThreadAllocatedBytes();
			for (int text = 0; text < texts.size(); text++) {
				index.find(texts.get(text));
			}
			least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
		}

		assertThat(least).isZero();
	}

	@Test
	void substrings_are_found_inside_words_at_their_original_place() {
		assertThat(found(Matching.SUBSTRING, "casino", "superＣＡＳＩＮＯ24")).containsExactly("ＣＡＳＩＮＯ");
		assertThat(found(Matching.SUBSTRING, "ss", "Straße")).containsExactly("ß");
		assertThat(found(Matching.SUBSTRING, "a b", "a \n b")).containsExactly("a \n b");
		assertThat(found(Matching.SUBSTRING, "é", "cafe\u0301s")).containsExactly("e\u0301");
		assertThat(found(Matching.SUBSTRING, "aa", "aaa")).containsExactly("aa", "aa");
	}

	@Test
	void terms_without_letters_are_found_anywhere() {
		assertThat(found(Matching.FOLDED, "🐷", "you🐷pig")).containsExactly("🐷");
		assertThat(found(Matching.EXACT, "$$$", "earn $$$ now")).containsExactly("$$$");
	}

	@Test
	void unpaired_surrogates_and_nul_are_text_like_any_other() {
		assertThat(found(Matching.FOLDED, "idiot", "\uD83D idiot\uDC00 \0")).containsExactly("idiot");
		assertThat(found(Matching.SUBSTRING, "idiot", "\uDC00xidiot\uD83D")).containsExactly("idiot");
	}

	@Test
	void all_lists_are_searched_in_one_pass_and_overlapping_hits_stay() {
		TermIndex index = TermIndex.of(List.of(new TermList("insults", Matching.FOLDED, List.of("pig", "filthy pig")),
				new TermList("animals", Matching.SUBSTRING, List.of("pig"))));

		assertThat(index.find("a filthy pig")).containsExactly(new TermHit("insults", "filthy pig", 2, 12),
				new TermHit("animals", "pig", 9, 12), new TermHit("insults", "pig", 9, 12));
	}

	@Test
	void a_hundred_thousand_terms_are_found_by_hash() {
		List<String> terms = new ArrayList<>();
		for (int i = 0; i < 100_000; i++) {
			terms.add("word" + Integer.toString(i, 36));
		}
		TermIndex index = TermIndex.of(List.of(new TermList("many", Matching.FOLDED, terms)));

		assertThat(index.find("Say WORD255R and go"))
			.containsExactly(new TermHit("many", "word" + Integer.toString(99_999, 36), 4, 12));
	}

	private static List<String> found(Matching matching, String term, String text) {
		return TermIndex.of(List.of(new TermList("list", matching, List.of(term))))
			.find(text)
			.stream()
			.map(hit -> text.substring(hit.start(), hit.end()))
			.toList();
	}

}
