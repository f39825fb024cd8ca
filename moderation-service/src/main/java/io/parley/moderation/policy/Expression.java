package io.parley.moderation.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression in the syntax of RE2. Thread-safe.
 *
 * @param words without which it finds nothing
 */
record Expression(Pattern pattern, RequiredWords words) {

	/**
	 * Compiles an expression.
	 * @throws PatternSyntaxException if it is none
	 */
	static Expression compile(String text) {
		Pattern pattern = Pattern.compile(text);
		return new Expression(pattern, RequiredWords.of(text));
	}

}
