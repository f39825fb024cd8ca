package io.parley.problem;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Requests that the server itself refuses, such as a malformed path, get a problem and no
 * HTML page. Public because the server creates it by name.
 */
public final class ServerErrorValve extends ErrorReportValve {

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		HttpStatus status = HttpStatus.resolve(response.getStatus());
		if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			response.getOutputStream()
				.write(ProblemWriter.json(ProblemException.problem(status, "malformed-request",
						"The server cannot read this request; check that path and headers are encoded and not too long")));
			response.finishResponse();
		}
		catch (IOException cannotAnswer) {
			LoggerFactory.getLogger(ServerErrorValve.class).debug("No answer could be sent", cannotAnswer);
		}
	}

}
