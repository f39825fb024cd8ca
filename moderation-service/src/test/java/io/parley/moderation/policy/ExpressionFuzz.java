package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * No expression is ruled out of a text in which it is. Repeated and run as
 * {@link PolicyFuzz}; the first line of an input is the expression, the rest is the text.
 */
class ExpressionFuzz {

	private static final int LONGEST = 80;

	@FuzzTest(maxDuration = "1h")
	void what_an_expression_finds_is_not_ruled_out(FuzzedDataProvider data) {
		String[] input = data.consumeRemainingAsString().split("\n", 2);
		Expression expression = compile(input[0]);
		if (expression == null || input.length == 1) {
			return;
		}

		boolean found = expression.pattern().matcher(input[1]).find();

		if (found) {
			assertThat(expression.words().mayBeIn(RequiredWords.fold(input[1]))).as("words").isTrue();
			assertThat(expression.mayFind(input[1])).as("automaton").isTrue();
		}
	}

	private static @Nullable Expression compile(String text) {
		try {
			return (text.length() <= LONGEST) ? Expression.compile(text) : null;
		}
		catch (PatternSyntaxException | IllegalArgumentException _) {
			return null;
		}
	}

}
