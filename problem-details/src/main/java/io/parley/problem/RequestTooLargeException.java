package io.parley.problem;

import java.io.IOException;

/** More bytes came than a request may have. */
final class RequestTooLargeException extends IOException {

	private static final long serialVersionUID = 1;

	RequestTooLargeException(long maxBytes) {
		super("The request has more than " + maxBytes + " bytes; send less");
	}

}
