package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * No text makes finding fail, hang or point outside of the text. An ordinary test run
 * repeats the inputs kept beside it; with JAZZER_FUZZ=1 in the environment it looks for
 * new ones.
 */
class TermFuzz {

	private static final TermIndex INDEX = TermIndex.of(List.of(
			new TermList("folded", Matching.FOLDED,
					List.of("carrot", "tuba", "car rot", "brüvel", "бак", "白菜", "か", "한", "แครอท", "ss", "c++", "a",
							"l33t", "13.", "@name")),
			new TermList("exact", Matching.EXACT, List.of("carrot", "r\u00E9sum\u00E9", "$$$", "白菜")),
			new TermList("part", Matching.SUBSTRING, List.of("ff", "ar", "ß", "🐷"))));

	@FuzzTest(maxDuration = "1h")
	void hits_stay_inside_any_text(FuzzedDataProvider data) {
		String text = data.consumeRemainingAsString();

		List<TermHit> hits = INDEX.find(text);

		assertThat(hits).isSortedAccordingTo(TermHit.IN_TEXT).isEqualTo(INDEX.find(text));
		for (TermHit hit : hits) {
			assertThat(hit.start()).isNotNegative().isLessThan(hit.end());
			assertThat(hit.end()).isLessThanOrEqualTo(text.length());
			assertThat(isInsidePair(text, hit.start()) || isInsidePair(text, hit.end())).isFalse();
		}
	}

	private static boolean isInsidePair(String text, int index) {
		return index > 0 && index < text.length()
				&& Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
	}

}
