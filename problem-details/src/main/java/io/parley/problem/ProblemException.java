package io.parley.problem;

import java.net.URI;
import java.util.List;

import tools.jackson.core.JacksonException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Ends a request with a problem detail that says what to do about it. */
public final class ProblemException extends ErrorResponseException {

	private static final long serialVersionUID = 1;

	private ProblemException(HttpStatus status, ProblemDetail problem) {
		super(status, problem, null);
	}

	/**
	 * @param type short name of this kind of problem, for programs
	 */
	public static ProblemException of(HttpStatus status, String type, String detail) {
		return new ProblemException(status, problem(status, type, detail));
	}

	/** JSON that is not what was asked for, in the sender's words. */
	public static ProblemException of(JacksonException failure) {
		return new ProblemException(HttpStatus.BAD_REQUEST, UnreadableBody.problem(failure));
	}

	/** Several faults of one request, told together. */
	static ProblemException invalid(List<Violation> violations) {
		ProblemDetail problem = problem(HttpStatus.BAD_REQUEST, "invalid-request",
				(violations.size() == 1) ? violations.getFirst().toString()
						: violations.size() + " things are wrong with the request, see errors");
		problem.setProperty("errors", violations);
		return new ProblemException(HttpStatus.BAD_REQUEST, problem);
	}

	static ProblemDetail problem(HttpStatus status, String type, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("urn:parley:problem:" + type));
		return problem;
	}

}
