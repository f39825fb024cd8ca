package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented words, hidden in every way that writers know. */
class EvasionTests {

	private static final List<String> TERMS = List.of("snorkel", "pickle", "parsnip", "tuba", "carrot", "brüvel",
			"sauer kraut", "бублик", "хрен");

	private static final TermIndex INDEX = TermIndex.of(List.of(new TermList("vegetables", Matching.FOLDED, TERMS)));

	@ParameterizedTest(name = "{0} {3}")
	@CsvSource(quoteCharacter = '"',
			textBlock = """
					NONE,      carrot,      "a CaRRoT's end", CaRRoT
					NONE,      brüvel,      "my bruvel", bruvel
					HIDDEN,    carrot,      "c\u200Ba\u200Crr\u00ADot", "c\u200Ba\u200Crr\u00ADot"
					HIDDEN,    carrot,      "c\u0336\u0329a\u0319r\u0335r\u0322o\u0331\u0330t", "c\u0336\u0329a\u0319r\u0335r\u0322o\u0331\u0330t"
					HIDDEN,    carrot,      "car&shy;rot", car&shy;rot
					STYLED,    carrot,      "ｃａｒｒｏｔ!", ｃａｒｒｏｔ
					STYLED,    carrot,      "𝓬𝓪𝓻𝓻𝓸𝓽", 𝓬𝓪𝓻𝓻𝓸𝓽
					STYLED,    carrot,      "🅲🅰🆁🆁🅾🆃", 🅲🅰🆁🆁🅾🆃
					STYLED,    carrot,      "⒞⒜⒭⒭⒪⒯", ⒞⒜⒭⒭⒪⒯
					STYLED,    carrot,      "ᴄᴀʀʀᴏᴛ", ᴄᴀʀʀᴏᴛ
					LOOKALIKE, carrot,      "a саrrоt", саrrоt
					LOOKALIKE, snorkel,     "sηοrκεl", sηοrκεl
					LOOKALIKE, бублик,      "свежий бyблиk", бyблиk
					LEET,      pickle,      "p1ck|3", p1ck|3
					LEET,      parsnip,     "a p@r$n1p!", p@r$n1p
					REPEATED,  carrot,      "caaarrrrottt", caaarrrrottt
					REPEATED,  tuba,        "ttuubbaa", ttuubbaa
					SEPARATED, tuba,        "a t u b a here", t u b a
					SEPARATED, carrot,      "c-a-r-r-o-t", c-a-r-r-o-t
					SEPARATED, carrot,      "c+a+r+r+o+t", c+a+r+r+o+t
					SEPARATED, parsnip,     "p.ars~n`ip", p.ars~n`ip
					SEPARATED, parsnip,     "pars_nip", pars_nip
					SEPARATED, parsnip,     "a par snip", par snip
					GLUED,     sauer kraut, "sauerkraut", sauerkraut
					GLUED,     carrot,      "xXcarrotXx", carrot
					GLUED,     carrot,      "mrcarrot2024", carrot
					MASKED,    carrot,      "a c*rr*t", c*rr*t
					MASKED,    pickle,      "p_ckle", p_ckle
					REVERSED,  carrot,      "torrac", torrac
					REVERSED,  tuba,        "\u202Eabut\u202C", abut
					TURNED,    carrot,      "ʇoɹɹɐɔ", ʇoɹɹɐɔ
					TURNED,    sauer kraut, "ʇnɐɹʞ ɹǝnɐs", ʇnɐɹʞ ɹǝnɐs
					""")
	void finds_it_tells_how_and_marks_exactly_that(Evasion evasion, String term, String text, String marked) {
		String real = unescape(text);

		assertThat(INDEX.find(real)).singleElement().satisfies(hit -> {
			assertThat(hit.term()).isEqualTo(term);
			assertThat(real.substring(hit.start(), hit.end())).isEqualTo(unescape(marked));
			assertThat(hit.evasion()).isEqualTo(evasion);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "s[b]norkel[/b] here", "sn**orkel**", "sno<b></b>rkel" })
	void sees_through_markup(String text) {
		assertThat(INDEX.find(text)).extracting(TermHit::term).containsExactly("snorkel");
	}

	@ParameterizedTest
	@ValueSource(strings = { "carrots are many", "the scarrot", "car rotates", "Tub a lot", "a car, rot and rust",
			"the 7u84 phone", "is it a tub, a pot?", "s t u b a", "pickled", "sauer. Kraut", "сухренный день",
			"the tu'ba", "reparsnipping", "Т и в А", "1,234.55", "$55 or 5€", "www.www.www", "aaaaah" })
	void spares_what_only_looks_like_it(String text) {
		assertThat(INDEX.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			göt,      I got it
			péter,    '@Peter77 and Peter'
			pök,      pok pok
			pérsnip,  persnip77
			knowhow,  they know how it works
			bumbum,   bum bum bum
			knits,    a stink
			trams,    that is smart
			aldan,    hello Nadia
			alums,    velká smůla
			13.,      13 or 1 3
			selim,    forty miles
			longview, the long view
			redoing,  what you're doing
			kaufman,  Mr Kauffmann
			canes,    LANG=ca_ES
			""")
	void an_ordinary_word_is_no_disguise(String term, String text) {
		TermIndex index = TermIndex.of(List.of(new TermList("list", Matching.FOLDED, List.of(term))));

		assertThat(index.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			göt,      what a göt,         göt
			göt,      what a go\u0308t,  go\u0308t
			encülé,   toi encule,         encule
			knowhow,  know-how,           know-how
			snorkel,  snor kel,           snor kel
			trams,    t r a m s,          t r a m s
			13.,      the 13. of May,     13.
			selim,    s e l i m,          s e l i m
			longview, lon gview,          lon gview
			redoing,  they're r e doing,  r e doing
			kaufman,  kkaauuffmmaann,     kkaauuffmmaann
			canes,    c_nes,              c_nes
			""")
	void but_the_term_still_is_found(String term, String text, String found) {
		TermIndex index = TermIndex.of(List.of(new TermList("list", Matching.FOLDED, List.of(term))));
		String real = unescape(text);

		assertThat(index.find(real)).extracting(hit -> real.substring(hit.start(), hit.end()))
			.containsExactly(unescape(found));
	}

	@Test
	void a_sign_that_spells_a_term_hides_no_other() {
		TermIndex index = TermIndex
			.of(List.of(new TermList("list", Matching.FOLDED, List.of("parsnip", "persnip", "pursnip"))));

		assertThat(index.find("a p@rsnip")).extracting(TermHit::term).containsExactly("parsnip");
		assertThat(index.find("a p*rsnip")).extracting(TermHit::term).containsExactly("parsnip", "persnip", "pursnip");
	}

	@Test
	void a_text_of_another_script_is_left_to_its_script() {
		TermIndex latin = TermIndex.of(List.of(new TermList("list", Matching.FOLDED, List.of("cop", "pot", "mama"))));

		assertThat(latin.find("Мама, вынеси сор и открой рот")).isEmpty();
	}

	@Test
	void chinese_japanese_and_thai_terms_need_no_boundary() {
		TermIndex index = TermIndex.of(List.of(new TermList("list", Matching.FOLDED, List.of("白菜", "だいこん", "แครอท"))));

		assertThat(index.find("我买了白菜和米")).extracting(TermHit::start).containsExactly(3);
		assertThat(index.find("おいしいだいこんです")).extracting(TermHit::start).containsExactly(4);
		assertThat(index.find("ฉันชอบแครอทมาก")).extracting(TermHit::start).containsExactly(6);
	}

	private static String unescape(String text) {
		return text.translateEscapes();
	}

}
