package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.Test;

class RequiredWordsTests {

	private static final String[] PIECES = { "ab", "c", "K", "s?", "b+", "(ab|ca)", "(k|sa)?", "(?:bc)+", "[ab]",
			"[^c]*", "\\b", "\\s", "\\.", ".", "a{2}", "b{0,2}", "(a|(bc|kk)s)", "(?i)", "ca*?", "^", "é", "\\pL",
			"(ab){2,}", "|" };

	private static final String[] LETTERS = { "a", "b", "c", "k", "A", "B", "C", "K", "s", "S", " ", ".", "é", "\u212A",
			"\u017F" };

	@Test
	void given_alternatives_then_one_of_them_is_required() {
		assertThat(RequiredWords.of("(?i)\\b(i|we)\\s*(will|am going to)\\s[^.]{0,80}\\b(kill|stab)\\s").groups())
			.hasToString("[[will, am going to], [\\bkill, \\bstab]]");
	}

	@Test
	void given_what_may_be_absent_then_it_is_not_required() {
		assertThat(RequiredWords.of("(mother)?(fuck\\w*|shit\\w*)colou?rs*").groups())
			.hasToString("[[fuck, shit], [colo]]");
		assertThat(RequiredWords.of("casino|[a-z]+").isEmpty()).isTrue();
		assertThat(RequiredWords.of("(?P<name>casino)").isEmpty()).isTrue();
	}

	@Test
	void given_a_boundary_then_the_word_has_to_begin_there() {
		RequiredWords words = RequiredWords.of("(?i)\\b(?:stab|(?i)cut)");

		assertThat(words.mayBeIn(RequiredWords.fold("established to execute"))).isFalse();
		assertThat(words.mayBeIn(RequiredWords.fold("an established CUT"))).isTrue();
		assertThat(words.mayBeIn(RequiredWords.fold("stab"))).isTrue();
		assertThat(RequiredWords.of("\\b(un)?cut").mayBeIn(RequiredWords.fold("uncut"))).isTrue();
		assertThat(RequiredWords.of("\\b-cut").mayBeIn(RequiredWords.fold("a-cut"))).isTrue();
		// To RE2 this letter is none, so that a word begins behind it.
		assertThat(Pattern.compile("\\bcut").matcher("\u017Fcut").find()).isTrue();
		assertThat(RequiredWords.of("\\bcut").mayBeIn(RequiredWords.fold("\u017Fcut"))).isTrue();
	}

	@Test
	void given_letters_that_only_ignoring_case_are_ascii_then_they_are_found() {
		RequiredWords words = RequiredWords.of("(?i)kiss");

		assertThat(Pattern.compile("(?i)kiss").matcher("\u212Ai\u017FS").find()).isTrue();
		assertThat(words.mayBeIn(RequiredWords.fold("\u212Ai\u017FS"))).isTrue();
		assertThat(words.mayBeIn(RequiredWords.fold("kis"))).isFalse();
	}

	@Test
	void given_any_expression_that_finds_something_then_its_words_are_there() {
		Random random = new Random(7);
		int found = 0;
		int ruledOut = 0;
		for (int round = 0; round < 20_000; round++) {
			String expression = MadeUp.of(random, 1 + random.nextInt(5), PIECES);
			String text = MadeUp.of(random, random.nextInt(12), LETTERS);
			boolean mayBe = RequiredWords.of(expression).mayBeIn(RequiredWords.fold(text));
			if (Pattern.compile(expression).matcher(text).find()) {
				found++;
				assertThat(mayBe).as("%s in '%s'", expression, text).isTrue();
			}
			else {
				ruledOut += mayBe ? 0 : 1;
			}
		}
		assertThat(found).isGreaterThan(1000);
		assertThat(ruledOut).isGreaterThan(1000);
	}

}
