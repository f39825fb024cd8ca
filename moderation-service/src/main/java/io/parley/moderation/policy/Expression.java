package io.parley.moderation.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression in the syntax of RE2. Thread-safe.
 *
 * @param words without which it finds nothing
 * @param automaton tells quickly that it finds nothing, if it is known well enough
 */
record Expression(Pattern pattern, RequiredWords words, @Nullable Automaton automaton) {

	/**
	 * Compiles an expression.
	 * @throws PatternSyntaxException if it is none
	 */
	static Expression compile(String text) {
		if (EndlessFolding.isIn(text)) {
			throw new PatternSyntaxException(
					"letters from \\x{1c80} to \\x{1c88}, alone or in a range, where case is ignored", text);
		}
		Pattern pattern = Pattern.compile(text);
		try {
			Regex regex = Regex.parse(text);
			return new Expression(pattern, RequiredWords.of(regex), Automaton.of(regex));
		}
		catch (Regex.UnsupportedSyntax _) {
			return new Expression(pattern, RequiredWords.NONE, null);
		}
	}

	boolean isIn(String text) {
		return mayFind(text) && pattern.matcher(text).find();
	}

	/** Whether it may find something in a text that has its words. */
	boolean mayFind(String text) {
		return automaton == null || automaton.mayFind(text);
	}

}
