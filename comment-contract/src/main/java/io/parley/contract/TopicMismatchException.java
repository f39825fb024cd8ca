package io.parley.contract;

import java.util.List;

/** Topics exist that are not as Parley needs them. The message lists every difference. */
public final class TopicMismatchException extends RuntimeException {

	private static final long serialVersionUID = 1;

	TopicMismatchException(List<String> differences) {
		super("Topics exist that are not as configured:\n  - " + String.join("\n  - ", differences)
				+ "\nChange the topics, or set parley.topics.* to what they are.");
	}

}
