package io.parley.moderation.classifier;

import java.io.IOException;

/** A file that holds no model that can be used; the message says why. */
public final class ModelFileException extends IOException {

	private static final long serialVersionUID = 1L;

	ModelFileException(String message) {
		super(message);
	}

}
