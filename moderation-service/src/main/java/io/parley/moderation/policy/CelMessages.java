package io.parley.moderation.policy;

import java.util.List;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.runtime.CelEvaluationException;
import org.jspecify.annotations.Nullable;

/** Says in a policy author's words what CEL says in its own. */
final class CelMessages {

	private static final Pattern OVERLOAD = Pattern
		.compile("found no matching overload for '(?:_|@)?(.*?)_?' applied to '(.*?)\\((.*?)\\)'(?s:.*)");

	private static final Pattern RESULT = Pattern.compile("expected type 'bool' but found '(.*)'");

	private static final Pattern UNEXPECTED = Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting .*");

	private static final Pattern NO_TOKEN = Pattern.compile("token recognition error at: '(.*)'");

	private static final Pattern MISSING = Pattern.compile("missing ('.*?'|\\S+) at .*");

	private static final Pattern WHERE = Pattern.compile("evaluation error(?: at [^:]*:\\d+)?: ");

	private static final int LONGEST = 200;

	private CelMessages() {
	}

	static String check(String message) {
		Matcher overload = OVERLOAD.matcher(message);
		if (overload.matches()) {
			String receiver = overload.group(2).isEmpty() ? ""
					: overload.group(2).substring(0, overload.group(2).length() - 1) + ", ";
			return "\"" + overload.group(1).replace("_", "") + "\" does not take ("
					+ types(receiver + overload.group(3)) + ")";
		}
		Matcher result = RESULT.matcher(message);
		if (result.matches()) {
			return "the condition gives " + types(result.group(1)) + ", not true or false";
		}
		return types(message);
	}

	static @Nullable String checkSuggestion(String message) {
		if (OVERLOAD.matcher(message).matches() && message.contains("applied to '(google.protobuf.Duration")) {
			return "write a duration as duration(\"24h\")";
		}
		return null;
	}

	/** Whether the check of names and literals has told this already. */
	static boolean isTold(String message) {
		Matcher overload = OVERLOAD.matcher(message);
		return message.startsWith("undeclared reference") || message.contains("does not support field selection")
				|| (overload.matches() && (List.of("has", "count", "disguised", "phrase").contains(overload.group(1))
						|| (SubjectFunction.of("author", overload.group(1)) != null)
						|| (overload.group(1).equals("matches") && overload.group(2).equals("body."))));
	}

	static String syntax(String message) {
		Matcher unexpected = UNEXPECTED.matcher(message);
		if (unexpected.matches()) {
			return end(unexpected.group(1));
		}
		Matcher noToken = NO_TOKEN.matcher(message);
		if (noToken.matches()) {
			return "unexpected \"" + noToken.group(1).strip() + "\"";
		}
		Matcher missing = MISSING.matcher(message);
		if (missing.matches()) {
			return missing.group(1).replace('\'', '"') + " is missing";
		}
		return "cannot be read: " + message.lines().findFirst().orElse("");
	}

	/**
	 * How to put a syntax error right.
	 * @param before the condition up to the error
	 */
	static @Nullable String syntaxSuggestion(String message, String before) {
		if (before.equals("not ") || before.endsWith(" not ")) {
			return "write ! for \"not\"";
		}
		Matcher unexpected = UNEXPECTED.matcher(message);
		String word = unexpected.matches() ? unexpected.group(1) : message;
		return switch (word) {
			case "and", "AND" -> "write && for \"and\"";
			case "or", "OR" -> "write || for \"or\"";
			case "token recognition error at: '= '", "token recognition error at: '='" -> "write == to compare";
			default -> null;
		};
	}

	/** Why an evaluation failed, the same for the same comment. */
	static String cause(CelEvaluationException failed) {
		// What wraps the root cause names objects by their identity, which differs.
		Throwable root = failed;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		String message = root.getMessage();
		if (message == null) {
			return root.getClass().getSimpleName();
		}
		String plain = WHERE.matcher(message).replaceFirst("");
		return plain.substring(0, Math.min(plain.length(), LONGEST));
	}

	private static String end(String token) {
		return "<EOF>".equals(token) ? "the condition ends too early" : "unexpected \"" + token + "\"";
	}

	private static String types(String message) {
		return message.replace("google.protobuf.Duration", "duration")
			.replace("google.protobuf.Timestamp", "timestamp");
	}

}
