package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms in scripts that put no spaces between words. */
class UndividedScriptsTests {

	@ParameterizedTest
	@CsvSource({
			// Chinese: inside a sentence, inside a longer word, in the other form,
			// full-width and with gaps.
			"白菜, 我喜欢吃白菜和萝卜, 白菜", "白菜, 大白菜很好吃, 白菜", "体操, 他去體操馆了, 體操", "國家, 我们的国家很大, 国家", "白菜, 我要白 菜啊, 白 菜",
			"白菜, 我要白.菜啊, 白.菜", "T恤衫, 一件Ｔ恤衫, Ｔ恤衫", "操, 操！, 操", "操, 你操, 操",
			// Japanese: before particles, half-width, stretched.
			"だいこん, おいしいだいこんを食べる, だいこん", "キャベツ, ｷｬﾍﾞﾂを買う, ｷｬﾍﾞﾂ", "チン, それをチンした, チン", "バカ, お前バカだな, バカ", "京都, この京都人, 京都",
			"ばか, ばか！, ばか",
			// Thai: inside a sentence.
			"แครอท, ฉันกินแครอทและกะหล่ำ, แครอท", "ตา, ตาของฉัน, ตา",
			// Korean: endings follow freely, a few prefixes precede.
			"배추, 배추를 먹는다, 배추", "배추, 이배추 맛있다, 배추", "배추, 배.추, 배.추", "고구마, 찐고구마를, 고구마" })
	void a_term_is_found_in_running_text(String term, String text, String found) {
		for (Matching matching : List.of(Matching.FOLDED, Matching.EXACT)) {
			boolean asWritten = found.equals(term);
			if (matching == Matching.FOLDED || asWritten) {
				assertThat(index(term, matching).find(text)).as(matching.name())
					.extracting(hit -> text.substring(hit.start(), hit.end()))
					.containsExactly(found);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({
			// The end of one word and the beginning of the next.
			"京都, 東京都知事", "鸡巴, 田鸡巴士", "妈的, 这是妈妈的饭",
			// One character in a longer word, part of a word in another script.
			"操, 我今天去体操馆操作机器", "チン, キッチンで料理", "ばか, 食べるばかりだ", "ตา, ตาราง",
			// The simplified form of one character is that of others.
			"幹, 天气很干燥 干", "보지, 한번 해보지 그래", "배추, 양배추국" })
	void parts_of_other_words_are_spared(String term, String text) {
		assertThat(index(term, Matching.FOLDED).find(text)).isEmpty();
		assertThat(index(term, Matching.EXACT).find(text)).isEmpty();
	}

	private static TermIndex index(String term, Matching matching) {
		return TermIndex.of(List.of(new TermList("list", matching, List.of(term))));
	}

}
