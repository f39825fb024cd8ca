package io.parley.moderation.review;

import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every error as a problem detail that says what to fix. */
@RestControllerAdvice
class ReviewProblems extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ReviewProblems.class);

	@ExceptionHandler
	ProblemDetail invalid(InvalidReviewException invalid) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"The review cannot be taken; see 'errors'.");
		problem.setProperty("errors", invalid.faults());
		return problem;
	}

	@ExceptionHandler
	ProblemDetail unexpected(Exception failure) {
		log.error("A request failed", failure);
		return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
				"Parley failed to answer; its log says why. The request may be sent again.");
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, explain(unreadable));
		return handleExceptionInternal(unreadable, problem, headers, HttpStatus.BAD_REQUEST, request);
	}

	private static String explain(HttpMessageNotReadableException unreadable) {
		return switch (unreadable.getCause()) {
			case UnrecognizedPropertyException unknown -> "There is no field '" + unknown.getPropertyName()
					+ "'; there are " + unknown.getKnownPropertyIds() + ".";
			case MismatchedInputException wrong -> field(wrong) + " must be " + expected(wrong.getTargetType()) + ".";
			case JacksonException syntax -> "The body is not the JSON of a review: " + syntax.getOriginalMessage();
			case null, default -> "The body is missing or is not JSON.";
		};
	}

	private static String field(MismatchedInputException wrong) {
		return wrong.getPath().isEmpty() ? "The body" : "'" + wrong.getPath().getLast().getPropertyName() + "'";
	}

	private static String expected(@Nullable Class<?> type) {
		if (type == Verdict.class) {
			return "APPROVE, HOLD or REJECT";
		}
		if (type == Integer.class) {
			return "a whole number";
		}
		return (type == String.class) ? "a string" : "a JSON object";
	}

}
