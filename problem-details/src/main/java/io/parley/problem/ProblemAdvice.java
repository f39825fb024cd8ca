package io.parley.problem;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * Whatever goes wrong in a controller or before it becomes a problem detail without any
 * internals.
 */
@RestControllerAdvice
final class ProblemAdvice extends ResponseEntityExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

	private final RequestRules rules;

	ProblemAdvice(RequestRules rules) {
		this.rules = rules;
	}

	@ExceptionHandler({ DataAccessResourceFailureException.class, TransientDataAccessException.class,
			CannotCreateTransactionException.class })
	@Nullable ResponseEntity<Object> databaseAway(Exception failure, WebRequest request) {
		log.warn("The database is away: {}", failure.getMessage());
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, "5");
		return handleExceptionInternal(failure, ProblemException.problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable",
				"The database does not answer. Send the request again in a few seconds, with the same Idempotency-Key."),
				headers, HttpStatus.SERVICE_UNAVAILABLE, request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unreadableParameter(InvalidParameterException failure, WebRequest request) {
		return handleExceptionInternal(failure,
				ProblemException.problem(HttpStatus.BAD_REQUEST, "malformed-request",
						"A parameter cannot be read; send UTF-8, percent-encoded"),
				new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
		log.error("A request failed", failure);
		return handleExceptionInternal(failure, ProblemException.problem(HttpStatus.INTERNAL_SERVER_ERROR,
				"internal-error",
				"This is a fault of the service, not of the request. Try again, or tell the operator the time."),
				new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException failure,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = UnreadableBody.problem(failure);
		return handleExceptionInternal(failure, problem, headers, HttpStatusCode.valueOf(problem.getStatus()), request);
	}

	@Override
	protected ResponseEntity<Object> createResponseEntity(@Nullable Object body, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		// Those that come with an exception may be read-only.
		HttpHeaders sent = HttpHeaders.copyOf(headers);
		sent.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return super.createResponseEntity(body, sent, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception failure, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ResponseEntity<Object> answer = super.handleExceptionInternal(failure, body, headers, status, request);
		if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
			String advice = advice(failure);
			if (advice != null) {
				problem.setDetail(advice);
			}
		}
		return answer;
	}

	private @Nullable String advice(Exception failure) {
		return switch (failure) {
			case HttpRequestMethodNotSupportedException method -> "%s is not possible here; possible is %s"
				.formatted(method.getMethod(), String.join(", ", allowed(method)));
			case HttpMediaTypeNotSupportedException _ -> "Send the body as Content-Type: application/json";
			case HttpMediaTypeNotAcceptableException _ -> "Answers are application/json only; accept that";
			case NoResourceFoundException _, NoHandlerFoundException _ ->
				"There is nothing at this address; " + rules.addresses();
			default -> null;
		};
	}

	private static String[] allowed(HttpRequestMethodNotSupportedException failure) {
		String[] methods = failure.getSupportedMethods();
		return (methods != null) ? methods : new String[] { "another method" };
	}

}
