package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomatonTests {

	private static final String[] PIECES = { "a", "b", "K", "s?", "b+", "(ab|ca)", "(k|sa)?", "(?:bc)+", "[ab]",
			"[^c]*", "\\b", "\\s", "\\.", ".", "a{2}", "b{0,2}", "(a|(bc|kk)s)", "(?i)", "ca*?", "^", "$", "é", "\\pL",
			"(ab){2,}", "|", "\\p{Lu}", "[\\pN_-]", "(?i:é)", "(?s:.)", "[]a]", "😀", "(^|b)", "(c|$)", "(?-i)x",
			"[a-c😀]+", "\\P{L}", "(?i)[k-s]", "()", "(a*)*" };

	private static final String[] LETTERS = { "a", "b", "c", "k", "A", "B", "C", "K", "s", "S", "x", "é", "É", ".", "_",
			"1", "-", "]", " ", "\n", "\u212A", "\u017F", "😀", "\uD83D" };

	@ParameterizedTest
	@CsvSource(delimiter = '~',
			value = { "abc ~ xabcx ~ true", "abc ~ xabx ~ false", "^b ~ ab ~ false", "^b ~ ba ~ true", "b$ ~ ab ~ true",
					"b$ ~ ba ~ false", "(^|x)b ~ axb ~ true", "(^|x)b ~ ab ~ false", "a{3,4}b ~ aab ~ false",
					"a{3,4}b ~ aaab ~ true", "(?i)É ~ é ~ true", "\\p{Lu}{2} ~ aBc ~ false", "(a|b$)c? ~ xb ~ true",
					"[^a] ~ aaa ~ false", "[^a] ~ a😀 ~ true" })
	void tells_whether_an_expression_is_in_a_text(String expression, String text, boolean found) {
		assertThat(Pattern.compile(expression).matcher(text).find()).isEqualTo(found);
		assertThat(automaton(expression).mayFind(text)).isEqualTo(found);
	}

	@Test
	void any_expression_that_finds_something_is_not_ruled_out() {
		Random random = new Random(11);
		int found = 0;
		int ruledOut = 0;
		for (int round = 0; round < 40_000; round++) {
			String expression = MadeUp.of(random, 1 + random.nextInt(6), PIECES);
			Expression compiled = Expression.compile(expression);
			for (int texts = 0; texts < 4; texts++) {
				String text = MadeUp.of(random, random.nextInt(14), LETTERS);
				if (compiled.pattern().matcher(text).find()) {
					found++;
					assertThat(compiled.mayFind(text)).as("%s in '%s'", expression, text).isTrue();
				}
				else if (!compiled.mayFind(text)) {
					ruledOut++;
				}
				else {
					assertThat(expression).as("only edges of words are not asked in '%s'", text).contains("\\b");
				}
			}
		}
		assertThat(found).isGreaterThan(10_000);
		assertThat(ruledOut).isGreaterThan(10_000);
	}

	@Test
	void texts_that_lead_to_ever_new_states_are_left_to_the_expression() {
		Automaton automaton = automaton("[ab]*a[ab]{16}c");
		Random random = new Random(3);
		int leftOver = 0;
		for (int round = 0; round < 200; round++) {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < 500; i++) {
				text.append(random.nextBoolean() ? 'a' : 'b');
			}
			leftOver += automaton.mayFind(text.toString()) ? 1 : 0;
			assertThat(automaton.mayFind("a" + "b".repeat(16) + "c")).isTrue();
		}
		assertThat(leftOver).isGreaterThan(0);
	}

	@Test
	void texts_with_ever_new_characters_are_left_to_the_expression() {
		Automaton automaton = automaton("[a-c]x");
		int leftOver = 0;
		for (int character = 0x20000; character < 0x21000; character++) {
			leftOver += automaton.mayFind(Character.toString(character)) ? 1 : 0;
		}

		assertThat(leftOver).isEqualTo(0x1000 - 1024);
		assertThat(automaton.mayFind(Character.toString(0x20000))).isFalse();
		assertThat(automaton.mayFind("ay")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?m)^a", "(?P<name>a)", "\\Qa.b\\E", "\\x41", "[[:alpha:]]", "(((){1000}){1000}){1000}",
			"(?:[ab]{50}){50}" })
	void what_is_not_known_is_left_to_the_expression(String expression) {
		Expression compiled = new Expression(Pattern.compile("a"), RequiredWords.NONE, null);

		assertThat(compiled.mayFind("b")).isTrue();
		assertThat(known(expression)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "(?i)[0-\uFFFD]+", "(?i)\u1C80", "(?i)[^\u1C88]", "a(?si:[b\\x{1c00}-\\x{1cff}])",
			"(?i)\\x{1c85}" })
	void an_expression_that_would_be_read_for_ever_is_refused(String expression) {
		assertThatExceptionOfType(PatternSyntaxException.class).isThrownBy(() -> Expression.compile(expression));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[0-\uFFFD]+", "\u1C80", "(?i)app-\u4E0B", "(?i)[a-z]", "(?i)[^a-c-]\uFFFD",
			"(?i)[\u4E00-\u9FFF]", "(?i)\\p{Cyrillic}", "(?-i)\u1C80" })
	void what_only_looks_like_it_is_read(String expression) {
		assertThat(Expression.compile(expression).pattern().pattern()).isEqualTo(expression);
	}

	private static boolean known(String expression) {
		try {
			return Automaton.of(Regex.parse(expression)) != null;
		}
		catch (Regex.UnsupportedSyntax _) {
			return false;
		}
	}

	private static Automaton automaton(String expression) {
		return requireNonNull(Expression.compile(expression).automaton());
	}

}
