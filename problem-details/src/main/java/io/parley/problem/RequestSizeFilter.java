package io.parley.problem;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what is read of a request, whether it announces its length or comes in chunks,
 * and refuses bodies whose type cannot be read.
 */
final class RequestSizeFilter extends OncePerRequestFilter {

	private final RequestRules rules;

	RequestSizeFilter(RequestRules rules) {
		this.rules = rules;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		long maxBytes = rules.maxBytes(request.getRequestURI());
		if (request.getContentLengthLong() > maxBytes) {
			ProblemWriter.write(request, response, problem(new RequestTooLargeException(maxBytes)));
		}
		else if (!isReadable(request.getContentType())) {
			// Answering by a converter would stumble over it once more.
			ProblemWriter.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type",
					"Send the body as Content-Type: application/json");
		}
		else {
			// The server itself reads no more than was announced.
			chain.doFilter((request.getContentLengthLong() < 0) ? new BoundedRequest(request, maxBytes) : request,
					response);
		}
	}

	private static boolean isReadable(@Nullable String contentType) {
		if (contentType == null || contentType.isBlank()) {
			return true;
		}
		try {
			MediaType _ = MediaType.parseMediaType(contentType);
			return true;
		}
		catch (InvalidMediaTypeException _) {
			return false;
		}
	}

	static ProblemDetail problem(RequestTooLargeException failure) {
		return ProblemException.problem(HttpStatus.CONTENT_TOO_LARGE, "request-too-large",
				String.valueOf(failure.getMessage()));
	}

	private static final class BoundedRequest extends HttpServletRequestWrapper {

		private final long maxBytes;

		BoundedRequest(HttpServletRequest request, long maxBytes) {
			super(request);
			this.maxBytes = maxBytes;
		}

		@Override
		public ServletInputStream getInputStream() throws IOException {
			return new BoundedStream(super.getInputStream(), maxBytes);
		}

	}

	private static final class BoundedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private final long maxBytes;

		private long read;

		BoundedStream(ServletInputStream stream, long maxBytes) {
			this.stream = stream;
			this.maxBytes = maxBytes;
		}

		@Override
		public int read() throws IOException {
			int next = stream.read();
			count((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			int count = stream.read(buffer, offset, length);
			count(count);
			return count;
		}

		private void count(int bytes) throws RequestTooLargeException {
			read += Math.max(bytes, 0);
			if (read > maxBytes) {
				throw new RequestTooLargeException(maxBytes);
			}
		}

		@Override
		public boolean isFinished() {
			return stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			stream.setReadListener(listener);
		}

	}

}
