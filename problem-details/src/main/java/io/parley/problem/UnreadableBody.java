package io.parley.problem;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Says in the sender's words, not in those of the parser, why a JSON body is not right.
 */
final class UnreadableBody {

	/** Where something begins that does not end; the parser does not know it itself. */
	private static final Pattern START = Pattern.compile(" \\(start marker at \\[Source: .*]\\)");

	private UnreadableBody() {
	}

	static ProblemDetail problem(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			switch (cause) {
				case RequestTooLargeException tooLarge -> {
					return RequestSizeFilter.problem(tooLarge);
				}
				case UnrecognizedPropertyException unknown -> {
					return field(unknown, "is not known here; known are " + known(unknown));
				}
				case MismatchedInputException mismatch -> {
					return field(mismatch, "must be " + expected(mismatch.getTargetType()));
				}
				case InputCoercionException number -> {
					return field(number, "must be " + expected(number.getTargetType()));
				}
				case StreamReadException syntax -> {
					return problem("malformed-json", "The body is not valid JSON" + at(syntax.getLocation()) + ": "
							+ START.matcher(syntax.getOriginalMessage()).replaceFirst(""));
				}
				default -> {
					// Look at what caused it.
				}
			}
		}
		return problem("malformed-json", "The request needs a body: a JSON object");
	}

	private static String known(UnrecognizedPropertyException unknown) {
		var known = unknown.getKnownPropertyIds();
		return (known == null) ? "others"
				: known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == null) {
			return "of another type";
		}
		if (type == String.class) {
			return "a string";
		}
		if (Collection.class.isAssignableFrom(type)) {
			return "a list";
		}
		if (type.isEnum()) {
			return "one of "
					+ Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
		}
		return (type == Integer.class || type == int.class) ? "a whole number below 2147483648" : "a JSON object";
	}

	private static ProblemDetail field(JacksonException failure, String message) {
		String path = failure.getPath()
			.stream()
			.map(JacksonException.Reference::getPropertyName)
			.filter(name -> name != null)
			.collect(Collectors.joining("."));
		Violation violation = new Violation(path.isEmpty() ? "The body" : path, message);
		ProblemDetail problem = problem("invalid-request", violation.toString());
		problem.setProperty("errors", List.of(violation));
		return problem;
	}

	private static String at(@Nullable TokenStreamLocation location) {
		return (location == null) ? ""
				: " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
	}

	private static ProblemDetail problem(String type, String detail) {
		return ProblemException.problem(HttpStatus.BAD_REQUEST, type, detail);
	}

}
